### input boards

# かな
board-kana = あ
# ひらがな
board-kana-name = 平假名
# カナ
board-katakana = ア
# カタカナ
board-katakana-name = 片假名
# 英字
board-letters = ABC
# 英字
board-letters-name = 英文字母
# 数字
board-digits = 123
# 数字
board-digits-name = 数字
# 記号
board-symbols = 符号
# 記号
board-symbols-name = 符号
# 左から
board-from-left = 从左
# 「あ」を左に並べる
board-from-left-name = 把「あ」排在左边
# 右から
board-from-right = 从右
# 「あ」を右に並べる
board-from-right-name = 把「あ」排在右边
# 1字消す
board-delete = 删除
# 全部消す
board-clear = 清空
# 空白
board-space = ␣
# 空白
board-space-name = 空格
# 濁点をつける
board-voiced = 加浊点
# 半濁点をつける
board-half-voiced = 加半浊点
# 小さい字にする
board-small = 变小字
# 小文字
board-small-letters = abc
# 大文字
board-capitals = ABC
# ハイフン
board-hyphen = 连字符
# 前へ
board-page-before = 上一页
# 次へ
board-page-next = 下一页
# { $page }／{ $pages }
board-page = { $page }／{ $pages }
# 1つ戻す
board-take-back = 撤回
# 1字ずつ
board-letter-by-letter = 逐字选
# まとめて
board-whole-words = 整词选
# 字の形
board-other-shapes = 字形
# ひらがな
board-in-hiragana = 平假名
# カタカナ
board-in-katakana = 片假名
# 別の読み
board-other-reading = 换读音
# ここにない
board-not-here = 这里没有
# { $text }。残りの読みは{ $rest }
board-offer-rest = { $text }，剩余读音：{ $rest }
# 漢字
board-to-kanji = 汉字
# そのまま
board-as-written = 原样
# { $answer }、選択済み
board-chosen = { $answer }，已选
# { $answer }、未選択
board-not-chosen = { $answer }，未选
# はい
board-yes = 是
# いいえ
board-no = 否
# 1つ減らす
board-fewer = 减少一个
# 1つ増やす
board-more = 增加一个
# 令和
board-era-1 = 令和
# 平成
board-era-2 = 平成
# 昭和
board-era-3 = 昭和
# 大正
board-era-4 = 大正
# 西暦
board-era-5 = 公历
# { $number }年
board-year = { $number }年
# { $number }月
board-month = { $number }月
# { $number }日
board-day = { $number }日
# 未入力の
board-empty = （空）
# 元年
board-first-year = 元年
# { $wareki }（{ $year }年{ $month }月{ $day }日）
board-date-echo = { $year }年{ $month }月{ $day }日（{ $wareki }）
# 7桁の郵便番号を入れてください。
board-postal-type = 请输入7位邮政编码。
# 町の名前を選んでください。
board-postal-choose = 请选择町名。
# この郵便番号は見つかりません。番号を確かめてください。
board-postal-unknown = 找不到这个邮政编码，请确认号码。
# { $name }の郵便番号
board-address-postal = { $name }的邮政编码
# { $name }の番地
board-address-lot = { $name }的门牌号
# { $name }の建物の名前と部屋番号
board-address-building = { $name }的建筑物名和房间号
# 続きの番地を入れてください。
board-address-lot-ask = 请输入后面的门牌号。
# 建物の名前と部屋番号（なければ次へ）
board-address-building-ask = 建筑物和房间号（没有则下一步）
# 都道府県から番地まで書いてください。
board-address-self-ask = 请从都道府县写到门牌号。
# 自分で書く
board-write-myself = 自己写
