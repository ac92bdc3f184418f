### Câu dùng ở mọi màn hình (Tiếng Việt)

# 、
list-between = ,{ " " }
# …
said-hidden = …

## 窓からのお知らせ

# 内容が変わったため、署名を取り消しました。もう一度署名してください。
notice-signature-void = Vì nội dung đã thay đổi, chữ ký đã bị hủy. Xin ký lại.
# カードの有効期限が切れています。
notice-card-expired = Thẻ đã hết hạn.
# カードの記載に、券面と見比べる文字があります。
notice-card-doubtful = Trong dữ liệu thẻ có chữ cần so với mặt thẻ.
# 読み取りの途中でカードが離れました。何も取り込んでいません。
notice-card-gone = Thẻ bị rời ra khi đang đọc. Chưa lấy được gì.
# 番号が違います。
notice-card-wrong-secret = Số sai.
# 番号の桁数が違います。
notice-card-bad-secret = Số chữ số không đúng.
# この番号は残り1回です。
notice-card-last-try = Số này chỉ còn 1 lần nhập.
# この番号は回数の上限に達したため使えません。
notice-card-blocked = Số này đã bị khóa vì nhập sai quá số lần.
# マイナンバーカードではありません。
notice-card-wrong = Đây không phải là thẻ My Number.
# カードを読み取れません。
notice-card-unreadable = Không đọc được thẻ.
# カードリーダーが見つかりません。
notice-card-no-reader = Không tìm thấy máy đọc thẻ.
# 「{ $field }」は取り込みませんでした。{ $why }聞き取りの質問で入力してください。
notice-not-taken = Không lấy “{ $field }”. { $why } Xin nhập ở phần câu hỏi.
# 一つの受付で扱えるのは{ $limit }人までです。これより多い人は加えていません。世帯を分けて受け付けてください。
notice-people-limit = Mỗi lần tiếp nhận tối đa { $limit } người. Những người vượt quá chưa được thêm. Xin tiếp nhận riêng từng hộ.
# { $person } さんのカードでした。{ $person } さんの欄に取り込みました。
notice-card-matched = Đây là thẻ của { $person }. Đã nhập vào phần của { $person }.
# { $person } さんという方が2人以上います。生年月日で見分けてください。入力の誤りで同じ方が二重になっていれば、「この人を外す」で一方を外してください。
notice-namesake = Có từ 2 người trở lên tên { $person }. Xin phân biệt bằng ngày sinh. Nếu nhập nhầm một người hai lần, hãy bỏ một bằng “Bỏ người này”.
# 何も取り込んでいません。
notice-nothing-taken = Chưa lấy gì cả.
# 先に、だれのカード・証明書かを決めてください。
notice-decide-first = Trước hết hãy xác định thẻ hoặc giấy chứng nhận này là của ai.
# 同じ方と確認（{ $why }）
decided-same = Đã xác nhận là cùng một người ({ $why })
# 別の方と確認（{ $why }）
decided-another = Đã xác nhận là người khác ({ $why })
# 氏名の全角・半角や大文字・小文字が違います
doubt-width = Họ tên khác nhau về chữ toàn khổ, nửa khổ hoặc chữ hoa, chữ thường
# 氏名の字形が違います
doubt-letters = Họ tên khác nhau về dạng chữ
# 一方の氏名が、欄の長さで途中までになっています
doubt-cut = Một trong hai họ tên bị cắt giữa chừng vì ô quá ngắn
# 一方は通称か旧氏です
doubt-alias = Một bên là tên thông dụng hoặc họ cũ
# 氏名の順序か、ミドルネームの有無が違います
doubt-order = Họ tên khác thứ tự, hoặc chỉ một bên có tên đệm
# 読みは同じで、氏名の字が違います
doubt-reading = Cách đọc giống nhau, chữ của họ tên khác nhau
# 一方はローマ字の氏名か、仮名だけの氏名です
doubt-script = Một bên là họ tên bằng chữ La-tinh, hoặc chỉ bằng chữ kana
# 名と生年月日は同じで、氏が違います
doubt-family-name = Tên và ngày sinh giống nhau, họ khác nhau
# 氏と生年月日は同じで、名が違います（書き誤りか、双子などの別の方）
doubt-given-name = Họ và ngày sinh giống nhau, tên khác nhau (viết nhầm, hoặc là người khác như anh chị em sinh đôi)
# 生年月日の表し方が違います
doubt-birth-spelling = Cách ghi ngày sinh khác nhau
# 一方は生年月日が分かりません
doubt-birth-missing = Một bên không rõ ngày sinh
# 一方は氏名が分からないか、名だけです
doubt-name-missing = Một bên không rõ họ tên, hoặc chỉ có tên

## 聞き取り

# 口座番号は7桁です（いま{ $count }桁）。
account-short = Số tài khoản có 7 chữ số (hiện có { $count }).
# 通帳の番号が短いときは、先頭に0を付けて{ $offer }と入れます
account-offered = { " " }Nếu số trên sổ ngân hàng ngắn hơn, hãy thêm 0 ở đầu: { $offer }
# 口座番号は7桁です（いま{ $count }桁）。
account-long = Số tài khoản có 7 chữ số (hiện có { $count }).
# ゆうちょ銀行のときは、金融機関名を「ゆうちょ銀行」にすると、記号と番号を尋ねて口座番号に直します
account-yucho = { " " }Với ngân hàng Yucho, hãy nhập “ゆうちょ銀行” làm tên ngân hàng; máy sẽ hỏi ký hiệu (kigo) và số (bango) rồi đổi ra số tài khoản.
# ゆうちょ銀行の記号として読めません。
yucho-no-symbol = Không đọc được như ký hiệu (kigo) của ngân hàng Yucho.
# 1で始まり0で終わる5桁です（通帳の記号。後ろの「-1」などは入れません）
yucho-symbol-shape = { " " }Ký hiệu có 5 chữ số, bắt đầu bằng 1 và kết thúc bằng 0 (trên sổ ngân hàng; không nhập “-1” ở sau).
# ゆうちょ銀行の番号として読めません。
yucho-no-number = Không đọc được như số (bango) của ngân hàng Yucho.
# 8桁までの、1で終わる番号です（通帳の番号）
yucho-number-shape = { " " }Số có tối đa 8 chữ số và kết thúc bằng 1 (trên sổ ngân hàng).
# 郵便番号として読めません。
address-no-postal = Không đọc được như mã bưu điện.
# 数字7桁か、空欄にします
address-postal-shape = { " " }Hãy nhập 7 chữ số, hoặc để trống.
# この郵便番号は、住所と別の場所のものです。
address-postal-elsewhere = Mã bưu chính này thuộc về một nơi khác với địa chỉ.
# 郵便番号か住所のどちらかを直してください。郵便番号は空けておくこともできます
address-postal-or-place = { " " }Hãy sửa mã bưu chính hoặc địa chỉ; mã bưu chính cũng có thể để trống.
# 都道府県・市区町村として読めません。
address-no-city = Không đọc được như tên tỉnh và thành phố, quận, thị trấn, làng.
# 都道府県と市区町村の名前だけを入れ、町・字と番地は次の欄に入れます
address-city-shape = { " " }Chỉ nhập tên tỉnh và thành phố (quận, thị trấn, làng); tên khu phố và số nhà nhập ở ô sau.
# この市の住所ではありません。
address-outside = Đây không phải là địa chỉ trong thành phố này.
# { $city }の住所を入れます（市の外へ引っ越すときは転出の手続です）
address-inside-only = { " " }Hãy nhập địa chỉ ở { $city } (nếu chuyển ra ngoài thành phố, đó là thủ tục chuyển đi).
# この市の中の住所です。
address-inside = Đây là địa chỉ trong thành phố này.
# { $city }の外の住所を入れます（市の中の引越しは転居の手続です）
address-outside-only = { " " }Hãy nhập địa chỉ ngoài { $city } (nếu chuyển trong thành phố, đó là thủ tục đổi chỗ ở trong thành phố).
# 都道府県がわかりません。
address-no-prefecture = Thiếu tỉnh/thành.
# 都道府県から入れます。国外の住所は、国名から入れます。
address-prefecture-first = { " " }Hãy nhập bắt đầu từ tỉnh/thành (都道府県); địa chỉ ở nước ngoài bắt đầu bằng tên nước.
# 番地・号がありません。
address-no-lot = Thiếu số nhà (banchi).
# 続けて番地・号まで入れます。ないときは「番地なし」、わからないときは「番地不詳」と入れます。
address-lot-or-none = { " " }Hãy nhập đến số nhà. Nếu không có, nhập 番地なし; nếu không biết, nhập 番地不詳.
# 住所の一部が、町・字、番地・番・号、建物名のどの欄にも入っていません。
address-open = Một phần địa chỉ không nằm trong ô nào: khu phố, số nhà, tên tòa nhà.
# 住所の質問に戻り、残った部分を欄に入れます
address-place-it = { " " }Hãy trở lại câu hỏi về địa chỉ và nhập phần còn lại vào ô.

## ヘルプ

# いま保存しています。終わるまでお待ちください。
notice-confirming = Đang lưu. Xin đợi đến khi xong.
# 受付番号か住所の確認を待っています。数秒待って、もう一度押してください。
notice-place-awaited = Đang chờ kiểm tra số tiếp nhận hoặc địa chỉ. Xin đợi vài giây rồi bấm lại.

## 読み取れない答え：何について

# 日付
word-date = Ngày tháng
# 番号
word-number = Số
# 在留カード番号
word-residence-card = Số thẻ lưu trú
# 郵便番号
word-postal = Mã bưu điện
# 電話番号
word-phone = Số điện thoại
# フリガナ
word-reading = Tên bằng katakana (furigana)
# 氏名
word-name = Họ tên
# 続柄
word-relation = Quan hệ

## 日付

# 日付として読めません。
date-unreadable = Không đọc được như ngày tháng.
# 元号か西暦4桁の年から、S55.1.7、昭和55年1月7日、19800107のように入れます
date-spellings = { " " }Hãy nhập bắt đầu từ năm (niên hiệu Nhật hoặc năm dương lịch 4 chữ số), ví dụ S55.1.7, 昭和55年1月7日, 19800107.
# { $month }月はありません。
date-no-month = Không có tháng { $month }.
# 月は1から12までです
date-months = { " " }Tháng từ 1 đến 12.
# { $day }日はありません。
date-no-day = Không có ngày { $day }.
# 日は1から31までです
date-days = { " " }Ngày từ 1 đến 31.
# { $year }年は入れられません。
date-no-year = Không nhập được năm { $year }.
# 西暦{ $first }年から{ $latest }年までです
date-years = { " " }Năm dương lịch từ { $first } đến { $latest }.
# { $date }はありません。
date-not-in-era = Không có { $date }.
# { $era }は元年{ $month }月{ $day }日からです
date-era-runs = { " " }{ $era } bắt đầu từ ngày { $day } tháng { $month } của năm đầu tiên.
# { $era }は元年{ $month }月{ $day }日から{ $end }までです
date-era-ran = { " " }{ $era } bắt đầu từ ngày { $day } tháng { $month } của năm đầu tiên đến { $end }.
# { $bounds }。{ $date }ではありませんか
date-other-era = { $bounds } Có phải là { $date } không?
# 和暦と西暦の年が合っていません。
date-years-differ = Năm theo niên hiệu Nhật và năm dương lịch không khớp.
# { $year }年ではありませんか
date-perhaps = { " " }Có phải là năm { $year } không?
# 月日まで入れてください。
date-month-day-missing = Xin nhập cả tháng và ngày.
# 分からないときは「月日不詳」と続けます
date-month-day-unknown = { " " }Nếu không biết, hãy thêm “月日不詳” (không rõ tháng ngày).
# 月まで入れてください。
date-month-missing = Xin nhập cả tháng.
# 分からないときは「月日不詳」と続けます
date-month-unknown = { " " }Nếu không biết, hãy thêm “月日不詳” (không rõ tháng ngày).
# 日まで入れてください。
date-day-missing = Xin nhập cả ngày.
# 分からないときは「日不詳」と続けます
date-day-unknown = { " " }Nếu không biết, hãy thêm “日不詳” (không rõ ngày).
# 不詳の表記が長すぎます。
date-unknown-too-long = Phần ghi ngày không rõ quá dài.
# { $limit }文字までです（いま{ $count }文字）
date-unknown-limit = { " " }Tối đa { $limit } chữ (hiện có { $count }).
# { $date }は暦にない日です。
date-off-calendar = { $date } là ngày không có trong lịch.
# 戸籍などの書類にこの日付がある場合だけ、このまま進めます
date-only-on-paper = { " " }Chỉ tiếp tục nếu ngày này có trên giấy tờ như hộ tịch.
# { $date }
date-as-said = { $date }
# { $date }（{ $year }年）
date-with-year = { $date } ({ $year })
# { $date }（{ $year }年）
date-on-day = ngày { $day } tháng { $month } năm { $year }
# { $date }
date-on-western-day = ngày { $day } tháng { $month } năm { $year }
# { $date }（暦にない日）
date-off = { $date } (ngày không có trong lịch)
# { $date }（{ $year }年・暦にない日）
date-off-with-year = { $date } ({ $year }, ngày không có trong lịch)

## 番号と名前

# 数字{ $count }桁で入れてください。
digits-wrong-count = Xin nhập { $count } chữ số.
# いま{ $count }文字です
digits-now = { " " }Hiện có { $count } ký tự.
# 個人番号（マイナンバー）のような12桁の数字があります。
my-number-seen = Có 12 chữ số giống mã số cá nhân (My Number).
# ここには書けません
my-number-not-here = { " " }Không được ghi ở đây.
# 番号の形が違います。
residence-card-wrong = Dạng số không đúng.
# 英字2文字、数字8桁、英字2文字です
residence-card-shape = { " " }Số gồm 2 chữ cái, 8 chữ số và 2 chữ cái.
# 電話番号として読めません。
phone-unreadable = Không đọc được như số điện thoại.
# 0から始まる10桁か11桁（03-1234-5678、090-1234-5678）、海外は+から始まる番号です
phone-shapes = { " " }Số có 10 hoặc 11 chữ số, bắt đầu bằng 0 (03-1234-5678, 090-1234-5678); số nước ngoài bắt đầu bằng +.
# フリガナを入れてください。
reading-missing = Xin nhập tên bằng katakana (furigana).
# 「{ $letters }」はフリガナに使えません。
reading-letters = Không dùng được “{ $letters }” trong tên bằng katakana.
# カタカナ（小さい文字とヴを含む）と長音「ー」が使えます
reading-allowed = { " " }Dùng được katakana (cả chữ nhỏ và ヴ) và dấu kéo dài “ー”.
# { $where }を入れてください。
name-missing = Xin nhập: { $where }
# { $count }文字あります。
name-too-long = Có { $count } chữ.
# { $limit }文字までです
name-limit = { " " }Tối đa { $limit } chữ.
# 表示できない文字が入っています。
name-controls = Có chữ không hiển thị được.
# 改行やタブは使えません
name-no-controls = { " " }Không dùng được xuống dòng và tab.
# 氏名（フリガナ）は、この氏で始まっていません。
name-not-divided = Họ tên (katakana) không bắt đầu bằng họ này.
# 氏だけを入力するか、氏と名のあいだに空白を入れて入力してください
name-family-alone = { " " }Chỉ nhập họ, hoặc nhập họ và tên có khoảng trống ở giữa.

## 続柄

# 続柄を入れてください。
relation-missing = Xin nhập quan hệ.
# 世帯主、夫、妻、夫（未届）、妻（未届）、子、父、母、兄、姉、弟、妹、これらを「の」で4つまで、縁故者、同居人
relation-allowed = { " " }世帯主 (chủ hộ), 夫 (chồng), 妻 (vợ), 夫（未届） và 妻（未届） (chồng và vợ chưa đăng ký kết hôn), 子 (con), 父 (cha), 母 (mẹ), 兄 (anh), 姉 (chị), 弟 (em trai), 妹 (em gái), nối tối đa 4 từ này bằng の, 縁故者 (bà con), 同居人 (người sống cùng).
# 「{ $word }」は住民票の続柄に使えません。
relation-not-used = Không dùng “{ $word }” làm quan hệ trong phiếu cư trú.
# { $what }と入れます
relation-write = { " " }Xin nhập:{ $what }
# 「の」でつなげるのは4つまでです。
relation-too-far = Nối tối đa 4 từ bằng “の”.
# それより遠いときは縁故者と入れます
relation-too-far-instead = { " " }Nếu xa hơn, hãy nhập 縁故者 (bà con).
# 「{ $word }」は「の」でつなげません。
relation-alone = “{ $word }” không nối được bằng “の”.
# { $word }は単独で使います
relation-stands-alone = { " " }{ $word } dùng một mình.
# { $one }
relation-one = { " " }{ $one }
# { $one }か{ $other }
relation-either = { " " }{ $one } hoặc { $other }
# { $options }のどれか
relation-any = { " " }một trong { $options }
# { $options }など
relation-such = { " " }{ $options } v.v.
# 子の妻（妻のときは妻）
relation-sons-wife = { " " }子の妻 (vợ của con); nếu là vợ thì 妻
# 子の夫（養子縁組があるときは子）
relation-daughters-husband = { " " }子の夫 (chồng của con); nếu đã nhận làm con nuôi thì 子
# 夫（未届）か妻（未届）か縁故者か同居人
relation-partner = { " " }夫（未届）, 妻（未届） (chồng hoặc vợ chưa đăng ký kết hôn), 縁故者 (bà con) hoặc 同居人 (người sống cùng)
# 父の兄のように「の」でつないだ続柄か、たどれないときは縁故者
relation-relatives = { " " }quan hệ nối bằng “の” như 父の兄 (anh của cha); nếu không rõ thì 縁故者 (bà con)

## 答え

# 目に見えない文字（制御文字など）が入っています。
answer-unseen = Có ký tự không nhìn thấy (ký tự điều khiển v.v.).
# 消して入れ直してください。
answer-seen = { " " }Xin xóa và nhập lại.
# 文字の向きを変える、目に見えない文字が入っています。
answer-direction = Có ký tự không nhìn thấy làm đổi chiều chữ.
# 外字（その自治体だけの文字）が入っていて、この端末では何の字か分かりません。
answer-private = Có chữ riêng của một địa phương (gaiji); máy này không biết đó là chữ gì.
# 券面や証明書に印刷された字を見て入力してください。
answer-as-printed = { " " }Xin nhìn chữ in trên thẻ hoặc giấy chứng nhận để nhập.
# 「同上」のような言葉では、何と同じか決められません。
answer-ditto = Chỉ ghi “như trên” thì không biết giống với mục nào.
# 同じ内容でも、そのまま入れてください
answer-ditto-in-words = { " " }Dù giống nhau, xin ghi lại đầy đủ nội dung.
# 住所として読めません。
answer-no-address = Không đọc được đây là địa chỉ.
# 都道府県から、町名と番地まで入れてください
answer-whole-address = { " " }Xin hãy ghi từ tỉnh đến tên khu phố và số nhà.
# 長すぎます（{ $count }文字）。
answer-too-long = Quá dài ({ $count } chữ).
# { $limit }文字まで
answer-letters = { " " }Tối đa { $limit } chữ.
# 数が大きすぎます。
answer-too-great = Số quá lớn.
# 0から{ $limit }まで
answer-most = { " " }Từ 0 đến { $limit }.
# 半角で書けない文字が入っています。
answer-not-half = Có chữ không viết được bằng nửa khổ.
# 半角の英字・数字・記号
answer-half = { " " }Xin dùng chữ cái, chữ số, ký hiệu nửa khổ.
# まだ入っていません。
answer-empty = Chưa có câu trả lời.
# わからないときは「わからない（保留）」
answer-may-be-held = { " " }Nếu không biết, xin bấm “Tôi không biết”.
# 未来の日付は入れられません。
answer-future = Không nhập được ngày trong tương lai.
# 今日かそれより前の日
answer-today-or-before = { " " }Xin nhập hôm nay hoặc ngày trước đó.
# 暦にある日を入れます
answer-on-calendar = { " " }Xin nhập ngày có trong lịch.
# はい・いいえのどちらかで答えてください。
answer-no-yes-no = Xin trả lời Có hoặc Không.
# はい、いいえ
answer-yes-or-no = { " " }Có, Không
# 数字で入れてください。
answer-no-number = Xin nhập số.
# 0以上の整数（9桁まで）
answer-whole-number = { " " }Số nguyên từ 0 trở lên (tối đa 9 chữ số).
# 選択肢にありません。
answer-not-listed = Không có trong các lựa chọn.
# { $options }
answer-listed = { " " }{ $options }
# この世帯の方の名前か番号（p1、p2 …）
answer-member = { " " }Tên hoặc số (p1, p2…) của người trong hộ này.
# この方は、この質問の対象の方ではありません。
answer-not-of-them = Câu hỏi này không dành cho người này.
# 対象の方（異動する方など、一覧に出ている方）の名前か番号
answer-of-them = { " " }Tên hoặc số của người liên quan (người chuyển chỗ ở v.v., có trong danh sách).
# 全員、なし、この世帯の方の名前か番号（p1、p2 …）
answer-members = { " " }Tất cả, không có, hoặc tên hay số (p1, p2…) của người trong hộ này.
# 署名は署名欄に書きます。
answer-signature = Xin ký vào chỗ ký tên.

## 値

# はい
value-yes = Có
# いいえ
value-no = Không
# なし
value-none = Không có
# わからない（保留）
value-held = Chưa biết (để sau)
# 回答済み
value-unseen = Đã trả lời
# 署名済み
value-signed = Đã ký
# 全員
value-everybody = Tất cả
# { $each }
value-several = { $each }
# { $n }人目
person-nth = Người thứ { $n }
# { $name }（{ $day }生）
person-born = { $name } (sinh { $day })
# { $name }（{ $n }人目・生年月日未確認）
person-born-unknown = { $name } (người thứ { $n }, chưa rõ ngày sinh)
# { $label }（{ $person }）
label-about = { $label } ({ $person })
# { $person }：{ $question }
question-about = { $person }: { $question }
# 届出・引越し・世帯
group-about-all = Thông báo, chuyển chỗ ở, hộ gia đình
# （この日は閉庁日です。その前の開庁日までに）
deadline-closed = { " " }(ngày này cơ quan nghỉ, vui lòng đến trước đó)
# （{ $date }は閉庁日のため）
deadline-rolled = { " " }(vì cơ quan nghỉ vào { $date })
# { $date }まで
deadline-until = chậm nhất là ngày { $day } tháng { $month } năm { $year }
# 「{ $start }」の翌日から{ $n }日以内
deadline-days-after = trong vòng { $n } ngày kể từ hôm sau của: { $start }
# 「{ $start }」の日を含めて{ $n }日以内
deadline-days-from = trong vòng { $n } ngày, tính cả ngày của: { $start }
# 「{ $start }」の翌日から{ $n }か月以内
deadline-months-after = trong vòng { $n } tháng kể từ hôm sau của: { $start }
# 「{ $start }」の日を含めて{ $n }か月以内
deadline-months-from = trong vòng { $n } tháng, tính cả ngày của: { $start }
# 「{ $start }」の翌日から{ $n }年以内
deadline-years-after = trong vòng { $n } năm kể từ hôm sau của: { $start }
# 「{ $start }」の日を含めて{ $n }年以内
deadline-years-from = trong vòng { $n } năm, tính cả ngày của: { $start }

## 記載台

# まだ答えがありません。答えを入れるか、わからないときは「わからない」を押してください。
notice-nothing-said = Chưa có câu trả lời. Xin nhập câu trả lời, hoặc nếu không biết, bấm “Tôi không biết”.
# この答えは、このままでは受け付けられません。直すか、わからないときは「わからない」を押してください。
notice-refused-here = Không nhận được câu trả lời này. Xin sửa lại, hoặc nếu không biết, bấm “Tôi không biết”.
# いま、答えを窓口に渡せませんでした。答えは消えていません。もう一度押すか、職員を呼んでください。
notice-not-kept = Lúc này không chuyển được câu trả lời đến quầy. Câu trả lời không bị mất. Xin bấm lại, hoặc gọi nhân viên.

# 続けて調べることはできません。{ $n }秒たってから、もう一度押してください。
notice-asked-often = Không thể hỏi liên tiếp. Xin đợi { $n } giây rồi bấm lại.
