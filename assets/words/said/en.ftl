### Sentences used on every page (English)

# 、
list-between = ,{ " " }
# …
said-hidden = …

## 窓からのお知らせ

# 内容が変わったため、署名を取り消しました。もう一度署名してください。
notice-signature-void = The answers have changed, so the signature was removed. Please sign again.
# カードの有効期限が切れています。
notice-card-expired = This card is out of date.
# カードの記載に、券面と見比べる文字があります。
notice-card-doubtful = The card data has characters to compare with the face of the card.
# 読み取りの途中でカードが離れました。何も取り込んでいません。
notice-card-gone = The card was moved while it was being read. Nothing was taken from it.
# 番号が違います。
notice-card-wrong-secret = The number is wrong.
# 番号の桁数が違います。
notice-card-bad-secret = The number of digits is wrong.
# この番号は残り1回です。
notice-card-last-try = There is one try left for this number.
# この番号は回数の上限に達したため使えません。
notice-card-blocked = This number is locked after too many wrong tries.
# マイナンバーカードではありません。
notice-card-wrong = This is not a My Number Card.
# カードを読み取れません。
notice-card-unreadable = The card cannot be read.
# カードリーダーが見つかりません。
notice-card-no-reader = The card reader was not found.
# 「{ $field }」は取り込みませんでした。{ $why }聞き取りの質問で入力してください。
notice-not-taken = “{ $field }” was not taken. { $why } Please enter it in the questions.
# 一つの受付で扱えるのは{ $limit }人までです。これより多い人は加えていません。世帯を分けて受け付けてください。
notice-people-limit = One visit can hold up to { $limit } people. People beyond that were not added. Please file for the households separately.
# { $person } さんのカードでした。{ $person } さんの欄に取り込みました。
notice-card-matched = This was the card of { $person }. The details were entered for { $person }.
# { $person } さんという方が2人以上います。生年月日で見分けてください。入力の誤りで同じ方が二重になっていれば、「この人を外す」で一方を外してください。
notice-namesake = There are two or more people named { $person }. Please tell them apart by date of birth. If the same person was entered twice by mistake, remove one with “Remove this person”.
# 何も取り込んでいません。
notice-nothing-taken = Nothing was taken.
# 先に、だれのカード・証明書かを決めてください。
notice-decide-first = First decide whose card or certificate this is.
# 同じ方と確認（{ $why }）
decided-same = Confirmed as the same person ({ $why })
# 別の方と確認（{ $why }）
decided-another = Confirmed as another person ({ $why })
# 氏名の全角・半角や大文字・小文字が違います
doubt-width = The names differ in full-width and half-width letters or in capital and small letters
# 氏名の字形が違います
doubt-letters = The names differ in the shape of a character
# 一方の氏名が、欄の長さで途中までになっています
doubt-cut = One of the names ends early, at the length of its field
# 一方は通称か旧氏です
doubt-alias = One is an alias (tsusho) or a former surname
# 氏名の順序か、ミドルネームの有無が違います
doubt-order = The names differ in their order or in a middle name
# 読みは同じで、氏名の字が違います
doubt-reading = The names are read the same but written differently
# 一方はローマ字の氏名か、仮名だけの氏名です
doubt-script = One name is in Roman letters, or in kana only
# 名と生年月日は同じで、氏が違います
doubt-family-name = Same given name and date of birth, different surname
# 氏と生年月日は同じで、名が違います（書き誤りか、双子などの別の方）
doubt-given-name = Same surname and date of birth, different given name (a slip of the pen, or another person such as a twin)
# 生年月日の表し方が違います
doubt-birth-spelling = The date of birth is given differently
# 一方は生年月日が分かりません
doubt-birth-missing = One date of birth is not known
# 一方は氏名が分からないか、名だけです
doubt-name-missing = One name is not known, or only the given name is

## 聞き取り

# 口座番号は7桁です（いま{ $count }桁）。
account-short = An account number has 7 digits (now { $count }).
# 通帳の番号が短いときは、先頭に0を付けて{ $offer }と入れます
account-offered = { " " }If the number in the bank book is shorter, put 0 in front: { $offer }
# 口座番号は7桁です（いま{ $count }桁）。
account-long = An account number has 7 digits (now { $count }).
# ゆうちょ銀行のときは、金融機関名を「ゆうちょ銀行」にすると、記号と番号を尋ねて口座番号に直します
account-yucho = { " " }For Japan Post Bank, enter “ゆうちょ銀行” as the name of the bank: you are then asked for the symbol (kigo) and number (bango), and the account number is worked out from them.
# ゆうちょ銀行の記号として読めません。
yucho-no-symbol = This cannot be read as a symbol (kigo) of Japan Post Bank.
# 1で始まり0で終わる5桁です（通帳の記号。後ろの「-1」などは入れません）
yucho-symbol-shape = { " " }It has 5 digits, begins with 1 and ends with 0 (see the bank book; leave out “-1” and the like behind it).
# ゆうちょ銀行の番号として読めません。
yucho-no-number = This cannot be read as a number (bango) of Japan Post Bank.
# 8桁までの、1で終わる番号です（通帳の番号）
yucho-number-shape = { " " }It has up to 8 digits and ends with 1 (see the bank book).
# 郵便番号として読めません。
address-no-postal = This cannot be read as a postal code.
# 数字7桁か、空欄にします
address-postal-shape = { " " }Enter 7 digits, or leave it empty.
# この郵便番号は、住所と別の場所のものです。
address-postal-elsewhere = This postal code belongs to another place than the address.
# 郵便番号か住所のどちらかを直してください。郵便番号は空けておくこともできます
address-postal-or-place = { " " }Correct the postal code or the address; the postal code may also be left empty.
# 都道府県・市区町村として読めません。
address-no-city = This cannot be read as a prefecture and municipality.
# 都道府県と市区町村の名前だけを入れ、町・字と番地は次の欄に入れます
address-city-shape = { " " }Enter only the names of the prefecture and the municipality; the town and the number go into the next fields.
# この市の住所ではありません。
address-outside = This is not an address in this city.
# { $city }の住所を入れます（市の外へ引っ越すときは転出の手続です）
address-inside-only = { " " }Enter an address in { $city } (for a move out of the city, the procedure is moving out: tenshutsu).
# この市の中の住所です。
address-inside = This is an address in this city.
# { $city }の外の住所を入れます（市の中の引越しは転居の手続です）
address-outside-only = { " " }Enter an address outside { $city } (for a move within the city, the procedure is moving within the city: tenkyo).
# 都道府県がわかりません。
address-no-prefecture = The prefecture is missing.
# 都道府県から入れます。国外の住所は、国名から入れます。
address-prefecture-first = { " " }Please begin with the prefecture (都道府県); an address abroad begins with the country.
# 番地・号がありません。
address-no-lot = The lot number is missing.
# 続けて番地・号まで入れます。ないときは「番地なし」、わからないときは「番地不詳」と入れます。
address-lot-or-none = { " " }Please add it; where there is none enter 番地なし, where it is not known 番地不詳.
# 住所の一部が、町・字、番地・番・号、建物名のどの欄にも入っていません。
address-open = A part of the address is in none of the fields for town, number and building.
# 住所の質問に戻り、残った部分を欄に入れます
address-place-it = { " " }Go back to the question about the address and put the rest into its field.

## ヘルプ

# いま保存しています。終わるまでお待ちください。
notice-confirming = Saving now. Please wait until it is finished.
# 受付番号か住所の確認を待っています。数秒待って、もう一度押してください。
notice-place-awaited = Waiting for the reference number or the address to be checked. Wait a few seconds and press again.

## 読み取れない答え：何について

# 日付
word-date = Date
# 番号
word-number = Number
# 在留カード番号
word-residence-card = Residence Card number
# 郵便番号
word-postal = Postal code
# 電話番号
word-phone = Telephone number
# フリガナ
word-reading = Name in katakana (furigana)
# 氏名
word-name = Full name
# 続柄
word-relation = Relationship

## 日付

# 日付として読めません。
date-unreadable = This cannot be read as a date.
# 元号か西暦4桁の年から、S55.1.7、昭和55年1月7日、19800107のように入れます
date-spellings = { " " }Begin with the year, in a Japanese era or with the 4 digits of the Western year, for example S55.1.7, 昭和55年1月7日 or 19800107.
# { $month }月はありません。
date-no-month = There is no month { $month }.
# 月は1から12までです
date-months = { " " }Months are 1 to 12.
# { $day }日はありません。
date-no-day = There is no day { $day }.
# 日は1から31までです
date-days = { " " }Days are 1 to 31.
# { $year }年は入れられません。
date-no-year = The year { $year } cannot be entered.
# 西暦{ $first }年から{ $latest }年までです
date-years = { " " }Western years from { $first } to { $latest } are possible.
# { $date }はありません。
date-not-in-era = { $date } does not exist.
# { $era }は元年{ $month }月{ $day }日からです
date-era-runs = { " " }{ $era } begins on { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
} { $day } of its first year.
# { $era }は元年{ $month }月{ $day }日から{ $end }までです
date-era-ran = { " " }{ $era } runs from { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
} { $day } of its first year to { $end }.
# { $bounds }。{ $date }ではありませんか
date-other-era = { $bounds } Did you mean { $date }?
# 和暦と西暦の年が合っていません。
date-years-differ = The Japanese year and the Western year do not agree.
# { $year }年ではありませんか
date-perhaps = { " " }Did you mean { $year }?
# 月日まで入れてください。
date-month-day-missing = Please enter the month and the day, too.
# 分からないときは「月日不詳」と続けます
date-month-day-unknown = { " " }If you do not know them, add “月日不詳” (month and day not known).
# 月まで入れてください。
date-month-missing = Please enter the month, too.
# 分からないときは「月日不詳」と続けます
date-month-unknown = { " " }If you do not know it, add “月日不詳” (month and day not known).
# 日まで入れてください。
date-day-missing = Please enter the day, too.
# 分からないときは「日不詳」と続けます
date-day-unknown = { " " }If you do not know it, add “日不詳” (day not known).
# 不詳の表記が長すぎます。
date-unknown-too-long = The words for an unknown date are too long.
# { $limit }文字までです（いま{ $count }文字）
date-unknown-limit = { " " }Up to { $limit } characters (now { $count }).
# { $date }は暦にない日です。
date-off-calendar = { $date } is not a day of the calendar.
# 戸籍などの書類にこの日付がある場合だけ、このまま進めます
date-only-on-paper = { " " }Go on only if this date stands in a document such as the family register.
# { $date }
date-as-said = { $date }
# { $date }（{ $year }年）
date-with-year = { $date } ({ $year })
# { $date }（{ $year }年）
date-on-day = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
} { $day }, { $year }
# { $date }
date-on-western-day = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
} { $day }, { $year }
# { $date }（暦にない日）
date-off = { $date } (not a day of the calendar)
# { $date }（{ $year }年・暦にない日）
date-off-with-year = { $date } ({ $year }, not a day of the calendar)

## 番号と名前

# 数字{ $count }桁で入れてください。
digits-wrong-count = Please enter { $count } digits.
# いま{ $count }文字です
digits-now = { " " }Characters now: { $count }.
# 個人番号（マイナンバー）のような12桁の数字があります。
my-number-seen = There are 12 digits that look like an Individual Number (My Number).
# ここには書けません
my-number-not-here = { " " }It must not be written here.
# 番号の形が違います。
residence-card-wrong = The number does not have the right form.
# 英字2文字、数字8桁、英字2文字です
residence-card-shape = { " " }It has 2 letters, 8 digits and 2 letters.
# 電話番号として読めません。
phone-unreadable = This cannot be read as a telephone number.
# 0から始まる10桁か11桁（03-1234-5678、090-1234-5678）、海外は+から始まる番号です
phone-shapes = { " " }It has 10 or 11 digits and begins with 0 (03-1234-5678, 090-1234-5678); numbers abroad begin with +.
# フリガナを入れてください。
reading-missing = Please enter the name in katakana (furigana).
# 「{ $letters }」はフリガナに使えません。
reading-letters = “{ $letters }” cannot be used in katakana (furigana).
# カタカナ（小さい文字とヴを含む）と長音「ー」が使えます
reading-allowed = { " " }You can use katakana (small letters and ヴ too) and the long mark “ー”.
# { $where }を入れてください。
name-missing = Please enter: { $where }
# { $count }文字あります。
name-too-long = There are { $count } characters.
# { $limit }文字までです
name-limit = { " " }Up to { $limit } characters are possible.
# 表示できない文字が入っています。
name-controls = There are characters that cannot be shown.
# 改行やタブは使えません
name-no-controls = { " " }Line breaks and tabs cannot be used.
# 氏名（フリガナ）は、この氏で始まっていません。
name-not-divided = The full name (in katakana) does not begin with this surname.
# 氏だけを入力するか、氏と名のあいだに空白を入れて入力してください
name-family-alone = { " " }Enter only the surname, or put a space between the surname and the given name.

## 続柄

# 続柄を入れてください。
relation-missing = Please enter the relationship.
# 世帯主、夫、妻、夫（未届）、妻（未届）、子、父、母、兄、姉、弟、妹、これらを「の」で4つまで、縁故者、同居人
relation-allowed = { " " }世帯主 (head of household), 夫 (husband), 妻 (wife), 夫（未届） and 妻（未届） (husband and wife, marriage not filed), 子 (child), 父 (father), 母 (mother), 兄 (older brother), 姉 (older sister), 弟 (younger brother), 妹 (younger sister), up to four of these joined by の, 縁故者 (relative), 同居人 (person living together).
# 「{ $word }」は住民票の続柄に使えません。
relation-not-used = “{ $word }” is not used for a relationship in the residence record.
# { $what }と入れます
relation-write = { " " }Please enter:{ $what }
# 「の」でつなげるのは4つまでです。
relation-too-far = Up to four can be joined by “の”.
# それより遠いときは縁故者と入れます
relation-too-far-instead = { " " }For anyone more distant, enter 縁故者 (relative).
# 「{ $word }」は「の」でつなげません。
relation-alone = “{ $word }” cannot be joined by “の”.
# { $word }は単独で使います
relation-stands-alone = { " " }{ $word } stands alone.
# { $one }
relation-one = { " " }{ $one }
# { $one }か{ $other }
relation-either = { " " }{ $one } or { $other }
# { $options }のどれか
relation-any = { " " }one of { $options }
# { $options }など
relation-such = { " " }{ $options } or the like
# 子の妻（妻のときは妻）
relation-sons-wife = { " " }子の妻 (child’s wife); for your own wife 妻
# 子の夫（養子縁組があるときは子）
relation-daughters-husband = { " " }子の夫 (child’s husband); if adopted 子
# 夫（未届）か妻（未届）か縁故者か同居人
relation-partner = { " " }夫（未届）, 妻（未届） (husband or wife, marriage not filed), 縁故者 (relative) or 同居人 (person living together)
# 父の兄のように「の」でつないだ続柄か、たどれないときは縁故者
relation-relatives = { " " }a relationship joined by “の”, such as 父の兄 (father’s older brother); if it cannot be traced, 縁故者 (relative)

## 答え

# 目に見えない文字（制御文字など）が入っています。
answer-unseen = There are invisible characters (control characters or the like).
# 消して入れ直してください。
answer-seen = { " " }Please delete it and enter it again.
# 文字の向きを変える、目に見えない文字が入っています。
answer-direction = There is an invisible character that changes the direction of the text.
# 外字（その自治体だけの文字）が入っていて、この端末では何の字か分かりません。
answer-private = There is a character (gaiji) that only one municipality uses; this terminal cannot tell which one it is.
# 券面や証明書に印刷された字を見て入力してください。
answer-as-printed = { " " }Please enter the characters as printed on the card or certificate.
# 「同上」のような言葉では、何と同じか決められません。
answer-ditto = Words like “same as above” do not say what is the same.
# 同じ内容でも、そのまま入れてください
answer-ditto-in-words = { " " }Please enter the answer itself, even if it is the same.
# 住所として読めません。
answer-no-address = This cannot be read as an address.
# 都道府県から、町名と番地まで入れてください
answer-whole-address = { " " }Please enter it from the prefecture to the town and the lot number.
# 長すぎます（{ $count }文字）。
answer-too-long = This is too long ({ $count } characters).
# { $limit }文字まで
answer-letters = { " " }Up to { $limit } characters are possible.
# 数が大きすぎます。
answer-too-great = The number is too large.
# 0から{ $limit }まで
answer-most = { " " }From 0 to { $limit } is possible.
# 半角で書けない文字が入っています。
answer-not-half = There are characters that have no half-width form.
# 半角の英字・数字・記号
answer-half = { " " }Please use half-width letters, digits and signs.
# まだ入っていません。
answer-empty = There is no answer yet.
# わからないときは「わからない（保留）」
answer-may-be-held = { " " }If you do not know, press “I don’t know”.
# 未来の日付は入れられません。
answer-future = A date in the future cannot be entered.
# 今日かそれより前の日
answer-today-or-before = { " " }Please enter today or an earlier day.
# 暦にある日を入れます
answer-on-calendar = { " " }Please enter a day of the calendar.
# はい・いいえのどちらかで答えてください。
answer-no-yes-no = Please answer yes or no.
# はい、いいえ
answer-yes-or-no = { " " }Yes, No
# 数字で入れてください。
answer-no-number = Please enter a number.
# 0以上の整数（9桁まで）
answer-whole-number = { " " }A whole number, 0 or more (up to 9 digits).
# 選択肢にありません。
answer-not-listed = This is not one of the choices.
# { $options }
answer-listed = { " " }{ $options }
# この世帯の方の名前か番号（p1、p2 …）
answer-member = { " " }The name or number (p1, p2, …) of a person of this household.
# この方は、この質問の対象の方ではありません。
answer-not-of-them = This question is not about this person.
# 対象の方（異動する方など、一覧に出ている方）の名前か番号
answer-of-them = { " " }The name or number of a person whom it is about (people who move, for example, as listed).
# 全員、なし、この世帯の方の名前か番号（p1、p2 …）
answer-members = { " " }Everybody, none, or names or numbers (p1, p2, …) of people of this household.
# 署名は署名欄に書きます。
answer-signature = Please sign in the place for signatures.

## 値

# はい
value-yes = Yes
# いいえ
value-no = No
# なし
value-none = None
# わからない（保留）
value-held = Not known (later)
# 回答済み
value-unseen = Answered
# 署名済み
value-signed = Signed
# 全員
value-everybody = Everybody
# { $each }
value-several = { $each }
# { $n }人目
person-nth = Person { $n }
# { $name }（{ $day }生）
person-born = { $name } (born { $day })
# { $name }（{ $n }人目・生年月日未確認）
person-born-unknown = { $name } (person { $n }, date of birth not known yet)
# { $label }（{ $person }）
label-about = { $label } ({ $person })
# { $person }：{ $question }
question-about = { $person }: { $question }
# 届出・引越し・世帯
group-about-all = Notification, move and household
# （この日は閉庁日です。その前の開庁日までに）
deadline-closed = { " " }(the office is closed on that day; please come before)
# （{ $date }は閉庁日のため）
deadline-rolled = { " " }({ $date } is a day on which the office is closed)
# { $date }まで
deadline-until = by { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
} { $day }, { $year }
# 「{ $start }」の翌日から{ $n }日以内
deadline-days-after = within { $n } days, counted from the day after: { $start }
# 「{ $start }」の日を含めて{ $n }日以内
deadline-days-from = within { $n } days, counting the day of: { $start }
# 「{ $start }」の翌日から{ $n }か月以内
deadline-months-after = within { $n } months, counted from the day after: { $start }
# 「{ $start }」の日を含めて{ $n }か月以内
deadline-months-from = within { $n } months, counting the day of: { $start }
# 「{ $start }」の翌日から{ $n }年以内
deadline-years-after = within { $n } years, counted from the day after: { $start }
# 「{ $start }」の日を含めて{ $n }年以内
deadline-years-from = within { $n } years, counting the day of: { $start }

## 記載台

# まだ答えがありません。答えを入れるか、わからないときは「わからない」を押してください。
notice-nothing-said = There is no answer yet. Enter an answer, or press “I don’t know” if you do not know.
# この答えは、このままでは受け付けられません。直すか、わからないときは「わからない」を押してください。
notice-refused-here = This answer cannot be accepted as it is. Correct it, or press “I don’t know” if you do not know.
# いま、答えを窓口に渡せませんでした。答えは消えていません。もう一度押すか、職員を呼んでください。
notice-not-kept = Your answers could not be passed to the counter just now. They are not lost. Press again, or call our staff.

# 続けて調べることはできません。{ $n }秒たってから、もう一度押してください。
notice-asked-often = You cannot ask again so soon. Please wait { $n } seconds and press once more.
