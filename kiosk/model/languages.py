"""The languages that residents are served in: the answer that names each, and the name of its files."""

FACT = "case.language"
JAPANESE, EASY = "ja", "ja-easy"
LANGUAGES = {
    "日本語": JAPANESE,
    "やさしい日本語": EASY,
    "English": "en",
    "中文": "zh",
    "한국어": "ko",
    "Tiếng Việt": "vi",
    "Português": "pt",
}
"""The answers of case.language and the word files (and labels) that belong to them."""

ANSWERS = {language: answer for answer, language in LANGUAGES.items()}
"""How a language calls itself, which is its answer of case.language, by its files."""
