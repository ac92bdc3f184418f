### input boards

# かな
board-kana = あ
# ひらがな
board-kana-name = Hiragana
# カナ
board-katakana = ア
# カタカナ
board-katakana-name = Katakana
# 英字
board-letters = ABC
# 英字
board-letters-name = Alphabet
# 数字
board-digits = 123
# 数字
board-digits-name = Numbers
# 記号
board-symbols = #&
# 記号
board-symbols-name = Symbols
# 左から
board-from-left = From left
# 「あ」を左に並べる
board-from-left-name = Put あ on the left
# 右から
board-from-right = From right
# 「あ」を右に並べる
board-from-right-name = Put あ on the right
# 1字消す
board-delete = Delete
# 全部消す
board-clear = Clear
# 空白
board-space = ␣
# 空白
board-space-name = Space
# 濁点をつける
board-voiced = Add voiced mark
# 半濁点をつける
board-half-voiced = Add half-voiced mark
# 小さい字にする
board-small = Make it small
# 小文字
board-small-letters = abc
# 大文字
board-capitals = ABC
# ハイフン
board-hyphen = Hyphen
# 前へ
board-page-before = Previous
# 次へ
board-page-next = Next
# { $page }／{ $pages }
board-page = { $page } / { $pages }
# 1つ戻す
board-take-back = Undo
# 1字ずつ
board-letter-by-letter = Letter by letter
# まとめて
board-whole-words = Whole words
# 字の形
board-other-shapes = Letter shape
# ひらがな
board-in-hiragana = Hiragana
# カタカナ
board-in-katakana = Katakana
# 別の読み
board-other-reading = Other reading
# ここにない
board-not-here = Not here
# { $text }。残りの読みは{ $rest }
board-offer-rest = { $text }, still to write: { $rest }
# 漢字
board-to-kanji = Kanji
# そのまま
board-as-written = As is
# { $answer }、選択済み
board-chosen = { $answer }, chosen
# { $answer }、未選択
board-not-chosen = { $answer }, not chosen
# はい
board-yes = Yes
# いいえ
board-no = No
# 1つ減らす
board-fewer = One fewer
# 1つ増やす
board-more = One more
# 令和
board-era-1 = Reiwa
# 平成
board-era-2 = Heisei
# 昭和
board-era-3 = Showa
# 大正
board-era-4 = Taisho
# 西暦
board-era-5 = Western
# { $number }年
board-year = Year { $number }
# { $number }月
board-month = Month { $number }
# { $number }日
board-day = Day { $number }
# 未入力の
board-empty = (empty)
# 元年
board-first-year = First year (元)
# { $wareki }（{ $year }年{ $month }月{ $day }日）
board-date-echo = { $year }-{ $month }-{ $day } ({ $wareki })
# 7桁の郵便番号を入れてください。
board-postal-type = Enter the postal code, 7 digits.
# 町の名前を選んでください。
board-postal-choose = Choose the town.
# この郵便番号は見つかりません。番号を確かめてください。
board-postal-unknown = This postal code was not found. Please check it.
# { $name }の郵便番号
board-address-postal = { $name }: postal code
# { $name }の番地
board-address-lot = { $name }: number
# { $name }の建物の名前と部屋番号
board-address-building = { $name }: building and room
# 続きの番地を入れてください。
board-address-lot-ask = Enter the number that follows.
# 建物の名前と部屋番号（なければ次へ）
board-address-building-ask = Building and room (if any)
# 都道府県から番地まで書いてください。
board-address-self-ask = Write from prefecture to number.
# 自分で書く
board-write-myself = Write it myself
