### input boards

# かな
board-kana = あ
# ひらがな
board-kana-name = 히라가나
# カナ
board-katakana = ア
# カタカナ
board-katakana-name = 가타카나
# 英字
board-letters = ABC
# 英字
board-letters-name = 알파벳
# 数字
board-digits = 123
# 数字
board-digits-name = 숫자
# 記号
board-symbols = 기호
# 記号
board-symbols-name = 기호
# 左から
board-from-left = 왼쪽부터
# 「あ」を左に並べる
board-from-left-name = 「あ」를 왼쪽에 놓기
# 右から
board-from-right = 오른쪽부터
# 「あ」を右に並べる
board-from-right-name = 「あ」를 오른쪽에 놓기
# 1字消す
board-delete = 지우기
# 全部消す
board-clear = 전체 지우기
# 空白
board-space = ␣
# 空白
board-space-name = 띄우기
# 濁点をつける
board-voiced = 탁점 붙이기
# 半濁点をつける
board-half-voiced = 반탁점 붙이기
# 小さい字にする
board-small = 작은 글자로
# 小文字
board-small-letters = abc
# 大文字
board-capitals = ABC
# ハイフン
board-hyphen = 하이픈
# 前へ
board-page-before = 이전
# 次へ
board-page-next = 다음
# { $page }／{ $pages }
board-page = { $page } / { $pages }
# 1つ戻す
board-take-back = 되돌리기
# 1字ずつ
board-letter-by-letter = 한 글자씩
# まとめて
board-whole-words = 한꺼번에
# 字の形
board-other-shapes = 글자 모양
# ひらがな
board-in-hiragana = 히라가나
# カタカナ
board-in-katakana = 가타카나
# 別の読み
board-other-reading = 다른 읽기
# ここにない
board-not-here = 여기에 없음
# { $text }。残りの読みは{ $rest }
board-offer-rest = { $text }, 남은 읽기: { $rest }
# 漢字
board-to-kanji = 한자
# そのまま
board-as-written = 그대로
# { $answer }、選択済み
board-chosen = { $answer }, 선택됨
# { $answer }、未選択
board-not-chosen = { $answer }, 선택 안 됨
# はい
board-yes = 예
# いいえ
board-no = 아니요
# 1つ減らす
board-fewer = 하나 줄이기
# 1つ増やす
board-more = 하나 늘리기
# 令和
board-era-1 = 레이와
# 平成
board-era-2 = 헤이세이
# 昭和
board-era-3 = 쇼와
# 大正
board-era-4 = 다이쇼
# 西暦
board-era-5 = 서기
# { $number }年
board-year = { $number }년
# { $number }月
board-month = { $number }월
# { $number }日
board-day = { $number }일
# 未入力の
board-empty = （빈칸）
# 元年
board-first-year = 원년(元)
# { $wareki }（{ $year }年{ $month }月{ $day }日）
board-date-echo = { $year }년 { $month }월 { $day }일 ({ $wareki })
# 7桁の郵便番号を入れてください。
board-postal-type = 우편번호 7자리를 입력해 주세요.
# 町の名前を選んでください。
board-postal-choose = 동네 이름을 골라 주세요.
# この郵便番号は見つかりません。番号を確かめてください。
board-postal-unknown = 이 우편번호를 찾을 수 없습니다. 번호를 확인해 주세요.
# { $name }の郵便番号
board-address-postal = { $name }의 우편번호
# { $name }の番地
board-address-lot = { $name }의 번지
# { $name }の建物の名前と部屋番号
board-address-building = { $name }의 건물 이름과 호수
# 続きの番地を入れてください。
board-address-lot-ask = 이어지는 번지를 입력해 주세요.
# 建物の名前と部屋番号（なければ次へ）
board-address-building-ask = 건물 이름과 호수（없으면 다음）
# 都道府県から番地まで書いてください。
board-address-self-ask = 도도부현부터 번지까지 써 주세요.
# 自分で書く
board-write-myself = 직접 쓰기
