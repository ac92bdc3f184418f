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
board-letters-name = Chữ cái Latinh
# 数字
board-digits = 123
# 数字
board-digits-name = Số
# 記号
board-symbols = #&
# 記号
board-symbols-name = Ký hiệu
# 左から
board-from-left = Từ trái
# 「あ」を左に並べる
board-from-left-name = Đặt あ ở bên trái
# 右から
board-from-right = Từ phải
# 「あ」を右に並べる
board-from-right-name = Đặt あ ở bên phải
# 1字消す
board-delete = Xóa
# 全部消す
board-clear = Xóa hết
# 空白
board-space = ␣
# 空白
board-space-name = Dấu cách
# 濁点をつける
board-voiced = Thêm dấu đục
# 半濁点をつける
board-half-voiced = Thêm dấu bán đục
# 小さい字にする
board-small = Đổi thành chữ nhỏ
# 小文字
board-small-letters = abc
# 大文字
board-capitals = ABC
# ハイフン
board-hyphen = Gạch nối
# 前へ
board-page-before = Trước
# 次へ
board-page-next = Sau
# { $page }／{ $pages }
board-page = { $page } / { $pages }
# 1つ戻す
board-take-back = Hoàn tác
# 1字ずつ
board-letter-by-letter = Từng chữ
# まとめて
board-whole-words = Cả từ
# 字の形
board-other-shapes = Dạng chữ
# ひらがな
board-in-hiragana = Hiragana
# カタカナ
board-in-katakana = Katakana
# 別の読み
board-other-reading = Cách đọc khác
# ここにない
board-not-here = Không có
# { $text }。残りの読みは{ $rest }
board-offer-rest = { $text }, còn lại: { $rest }
# 漢字
board-to-kanji = Kanji
# そのまま
board-as-written = Giữ nguyên
# { $answer }、選択済み
board-chosen = { $answer }, đã chọn
# { $answer }、未選択
board-not-chosen = { $answer }, chưa chọn
# はい
board-yes = Có
# いいえ
board-no = Không
# 1つ減らす
board-fewer = Bớt một
# 1つ増やす
board-more = Thêm một
# 令和
board-era-1 = Reiwa
# 平成
board-era-2 = Heisei
# 昭和
board-era-3 = Showa
# 大正
board-era-4 = Taisho
# 西暦
board-era-5 = Dương lịch
# { $number }年
board-year = Năm { $number }
# { $number }月
board-month = Tháng { $number }
# { $number }日
board-day = Ngày { $number }
# 未入力の
board-empty = (trống)
# 元年
board-first-year = Năm đầu (元)
# { $wareki }（{ $year }年{ $month }月{ $day }日）
board-date-echo = Ngày { $day }/{ $month }/{ $year } ({ $wareki })
# 7桁の郵便番号を入れてください。
board-postal-type = Hãy nhập mã bưu điện gồm 7 số.
# 町の名前を選んでください。
board-postal-choose = Hãy chọn tên khu phố.
# この郵便番号は見つかりません。番号を確かめてください。
board-postal-unknown = Không tìm thấy mã bưu điện này. Hãy kiểm tra lại.
# { $name }の郵便番号
board-address-postal = { $name }: mã bưu điện
# { $name }の番地
board-address-lot = { $name }: số nhà
# { $name }の建物の名前と部屋番号
board-address-building = { $name }: tên tòa nhà và số phòng
# 続きの番地を入れてください。
board-address-lot-ask = Hãy nhập số nhà tiếp theo.
# 建物の名前と部屋番号（なければ次へ）
board-address-building-ask = Tòa nhà, số phòng (nếu có)
# 都道府県から番地まで書いてください。
board-address-self-ask = Viết từ tỉnh đến số nhà.
# 自分で書く
board-write-myself = Tự viết
