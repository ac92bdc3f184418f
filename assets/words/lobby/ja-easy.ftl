### input boards

# かな
board-kana = あ
# ひらがな
board-kana-name = ひらがな
# カナ
board-katakana = ア
# カタカナ
board-katakana-name = カタカナ
# 英字
board-letters = ABC
# 英字
board-letters-name = アルファベット
# 数字
board-digits = 123
# 数字
board-digits-name = すうじ
# 記号
board-symbols = きごう
# 記号
board-symbols-name = きごう
# 左から
board-from-left = ひだり から
# 「あ」を左に並べる
board-from-left-name = 「あ」を ひだりに ならべる
# 右から
board-from-right = みぎ から
# 「あ」を右に並べる
board-from-right-name = 「あ」を みぎに ならべる
# 1字消す
board-delete = 1つ けす
# 全部消す
board-clear = ぜんぶ けす
# 空白
board-space = ␣
# 空白
board-space-name = あける
# 濁点をつける
board-voiced = てんてん（゛）を つける
# 半濁点をつける
board-half-voiced = まる（゜）を つける
# 小さい字にする
board-small = ちいさい じに する
# 小文字
board-small-letters = abc
# 大文字
board-capitals = ABC
# ハイフン
board-hyphen = よこの ぼう
# 前へ
board-page-before = まえへ
# 次へ
board-page-next = つぎへ
# { $page }／{ $pages }
board-page = { $page }／{ $pages }
# 1つ戻す
board-take-back = 1つ もどす
# 1字ずつ
board-letter-by-letter = 1もじずつ
# まとめて
board-whole-words = まとめて
# 字の形
board-other-shapes = じの かたち
# ひらがな
board-in-hiragana = ひらがな
# カタカナ
board-in-katakana = カタカナ
# 別の読み
board-other-reading = べつの よみ
# ここにない
board-not-here = ここに ない
# { $text }。残りの読みは{ $rest }
board-offer-rest = { $text }。のこりの よみは { $rest }
# 漢字
board-to-kanji = かんじ
# そのまま
board-as-written = そのまま
# { $answer }、選択済み
board-chosen = { $answer }、えらびました
# { $answer }、未選択
board-not-chosen = { $answer }、えらんで いません
# はい
board-yes = はい
# いいえ
board-no = いいえ
# 1つ減らす
board-fewer = 1つ へらす
# 1つ増やす
board-more = 1つ ふやす
# 令和
board-era-1 = れいわ
# 平成
board-era-2 = へいせい
# 昭和
board-era-3 = しょうわ
# 大正
board-era-4 = たいしょう
# 西暦
board-era-5 = せいれき
# { $number }年
board-year = { $number }ねん
# { $number }月
board-month = { $number }がつ
# { $number }日
board-day = { $number }にち
# 未入力の
board-empty = まだ ない
# 元年
board-first-year = 1ねんめ（元）
# { $wareki }（{ $year }年{ $month }月{ $day }日）
board-date-echo = { $wareki }（{ $year }ねん { $month }がつ { $day }にち）
# 7桁の郵便番号を入れてください。
board-postal-type = ゆうびんばんごうを 7つの すうじで いれて ください。
# 町の名前を選んでください。
board-postal-choose = まちの なまえを えらんで ください。
# この郵便番号は見つかりません。番号を確かめてください。
board-postal-unknown = この ゆうびんばんごうは ありません。ばんごうを たしかめて ください。
# { $name }の郵便番号
board-address-postal = { $name }の ゆうびんばんごう
# { $name }の番地
board-address-lot = { $name }の ばんち
# { $name }の建物の名前と部屋番号
board-address-building = { $name }の たてものの なまえと へやの ばんごう
# 続きの番地を入れてください。
board-address-lot-ask = つづきの ばんちを いれて ください。
# 建物の名前と部屋番号（なければ次へ）
board-address-building-ask = たてものと へやの ばんごう（なければ つぎへ）
# 都道府県から番地まで書いてください。
board-address-self-ask = けんの なまえから ばんちまで かいて ください。
# 自分で書く
board-write-myself = じぶんで かく
