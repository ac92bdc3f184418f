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
board-letters-name = Alfabeto
# 数字
board-digits = 123
# 数字
board-digits-name = Números
# 記号
board-symbols = #&
# 記号
board-symbols-name = Sinais
# 左から
board-from-left = Da esquerda
# 「あ」を左に並べる
board-from-left-name = Colocar あ à esquerda
# 右から
board-from-right = Da direita
# 「あ」を右に並べる
board-from-right-name = Colocar あ à direita
# 1字消す
board-delete = Apagar
# 全部消す
board-clear = Limpar
# 空白
board-space = ␣
# 空白
board-space-name = Espaço
# 濁点をつける
board-voiced = Pôr dakuten
# 半濁点をつける
board-half-voiced = Pôr handakuten
# 小さい字にする
board-small = Tornar pequeno
# 小文字
board-small-letters = abc
# 大文字
board-capitals = ABC
# ハイフン
board-hyphen = Hífen
# 前へ
board-page-before = Anterior
# 次へ
board-page-next = Próxima
# { $page }／{ $pages }
board-page = { $page } / { $pages }
# 1つ戻す
board-take-back = Desfazer
# 1字ずつ
board-letter-by-letter = Letra a letra
# まとめて
board-whole-words = Palavras
# 字の形
board-other-shapes = Forma
# ひらがな
board-in-hiragana = Hiragana
# カタカナ
board-in-katakana = Katakana
# 別の読み
board-other-reading = Outra leitura
# ここにない
board-not-here = Não está
# { $text }。残りの読みは{ $rest }
board-offer-rest = { $text }, falta escrever: { $rest }
# 漢字
board-to-kanji = Kanji
# そのまま
board-as-written = Assim
# { $answer }、選択済み
board-chosen = { $answer }, escolhido
# { $answer }、未選択
board-not-chosen = { $answer }, não escolhido
# はい
board-yes = Sim
# いいえ
board-no = Não
# 1つ減らす
board-fewer = Um a menos
# 1つ増やす
board-more = Mais um
# 令和
board-era-1 = Reiwa
# 平成
board-era-2 = Heisei
# 昭和
board-era-3 = Showa
# 大正
board-era-4 = Taisho
# 西暦
board-era-5 = Ocidental
# { $number }年
board-year = Ano { $number }
# { $number }月
board-month = Mês { $number }
# { $number }日
board-day = Dia { $number }
# 未入力の
board-empty = (vazio)
# 元年
board-first-year = Primeiro ano (元)
# { $wareki }（{ $year }年{ $month }月{ $day }日）
board-date-echo = { $day }/{ $month }/{ $year } ({ $wareki })
# 7桁の郵便番号を入れてください。
board-postal-type = Digite o código postal de 7 dígitos.
# 町の名前を選んでください。
board-postal-choose = Escolha o bairro.
# この郵便番号は見つかりません。番号を確かめてください。
board-postal-unknown = Código postal não encontrado. Verifique o número.
# { $name }の郵便番号
board-address-postal = { $name }: código postal
# { $name }の番地
board-address-lot = { $name }: número
# { $name }の建物の名前と部屋番号
board-address-building = { $name }: prédio e apartamento
# 続きの番地を入れてください。
board-address-lot-ask = Digite o número a seguir.
# 建物の名前と部屋番号（なければ次へ）
board-address-building-ask = Prédio e apartamento (se houver)
# 都道府県から番地まで書いてください。
board-address-self-ask = Escreva da província ao número.
# 自分で書く
board-write-myself = Escrever eu mesmo
