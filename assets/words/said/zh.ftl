### 每个页面都使用的句子（简体中文）

# 、
list-between = 、
# …
said-hidden = …

## 窓からのお知らせ

# 内容が変わったため、署名を取り消しました。もう一度署名してください。
notice-signature-void = 因内容有变化，签名已取消。请重新签名。
# カードの有効期限が切れています。
notice-card-expired = 此卡已过有效期。
# カードの記載に、券面と見比べる文字があります。
notice-card-doubtful = 卡的记载中有需要与卡面核对的字。
# 読み取りの途中でカードが離れました。何も取り込んでいません。
notice-card-gone = 读取途中卡被移开。没有读入任何内容。
# 番号が違います。
notice-card-wrong-secret = 号码错误。
# 番号の桁数が違います。
notice-card-bad-secret = 号码的位数不对。
# この番号は残り1回です。
notice-card-last-try = 此号码只剩1次机会。
# この番号は回数の上限に達したため使えません。
notice-card-blocked = 此号码的错误次数已达上限，无法使用。
# マイナンバーカードではありません。
notice-card-wrong = 这不是个人编号卡。
# カードを読み取れません。
notice-card-unreadable = 无法读取卡。
# カードリーダーが見つかりません。
notice-card-no-reader = 找不到读卡器。
# 「{ $field }」は取り込みませんでした。{ $why }聞き取りの質問で入力してください。
notice-not-taken = 未读入“{ $field }”。{ $why }请在问题中输入。
# 一つの受付で扱えるのは{ $limit }人までです。これより多い人は加えていません。世帯を分けて受け付けてください。
notice-people-limit = 一次受理最多{ $limit }人。超出的人没有加入。请按户分开受理。
# { $person } さんのカードでした。{ $person } さんの欄に取り込みました。
notice-card-matched = 这是{ $person }的卡。已填入{ $person }的栏目。
# { $person } さんという方が2人以上います。生年月日で見分けてください。入力の誤りで同じ方が二重になっていれば、「この人を外す」で一方を外してください。
notice-namesake = 有2位以上叫{ $person }的人。请用出生日期区分。如因输入错误把同一人输入了两次，请用“移除此人”移除其中一个。
# 何も取り込んでいません。
notice-nothing-taken = 没有读入任何内容。
# 先に、だれのカード・証明書かを決めてください。
notice-decide-first = 请先确定是谁的卡或证明。
# 同じ方と確認（{ $why }）
decided-same = 已确认是同一个人（{ $why }）
# 別の方と確認（{ $why }）
decided-another = 已确认是另一个人（{ $why }）
# 氏名の全角・半角や大文字・小文字が違います
doubt-width = 姓名的全角、半角或大小写不同
# 氏名の字形が違います
doubt-letters = 姓名的字形不同
# 一方の氏名が、欄の長さで途中までになっています
doubt-cut = 其中一个姓名因栏位长度被截断
# 一方は通称か旧氏です
doubt-alias = 一方是通称或旧姓
# 氏名の順序か、ミドルネームの有無が違います
doubt-order = 姓名的顺序不同，或中间名的有无不同
# 読みは同じで、氏名の字が違います
doubt-reading = 读音相同，姓名用字不同
# 一方はローマ字の氏名か、仮名だけの氏名です
doubt-script = 一方是罗马字姓名，或只有假名的姓名
# 名と生年月日は同じで、氏が違います
doubt-family-name = 名和出生日期相同，姓不同
# 氏と生年月日は同じで、名が違います（書き誤りか、双子などの別の方）
doubt-given-name = 姓和出生日期相同，名不同（笔误，或双胞胎等另一个人）
# 生年月日の表し方が違います
doubt-birth-spelling = 出生日期的写法不同
# 一方は生年月日が分かりません
doubt-birth-missing = 一方的出生日期不明
# 一方は氏名が分からないか、名だけです
doubt-name-missing = 一方的姓名不明，或只有名

## 聞き取り

# 口座番号は7桁です（いま{ $count }桁）。
account-short = 账号为7位数（现在{ $count }位）。
# 通帳の番号が短いときは、先頭に0を付けて{ $offer }と入れます
account-offered = 如果存折上的号码较短，请在前面加0，输入{ $offer }。
# 口座番号は7桁です（いま{ $count }桁）。
account-long = 账号为7位数（现在{ $count }位）。
# ゆうちょ銀行のときは、金融機関名を「ゆうちょ銀行」にすると、記号と番号を尋ねて口座番号に直します
account-yucho = 如果是邮储银行，请把金融机构名输入为“ゆうちょ銀行”，之后会询问记号和号码，并换算成账号。
# ゆうちょ銀行の記号として読めません。
yucho-no-symbol = 这不是邮储银行的记号。
# 1で始まり0で終わる5桁です（通帳の記号。後ろの「-1」などは入れません）
yucho-symbol-shape = 记号是以1开头、以0结尾的5位数（存折上的记号，不要输入后面的“-1”等）。
# ゆうちょ銀行の番号として読めません。
yucho-no-number = 这不是邮储银行的号码。
# 8桁までの、1で終わる番号です（通帳の番号）
yucho-number-shape = 号码最多8位数，以1结尾（存折上的号码）。
# 郵便番号として読めません。
address-no-postal = 这不是邮政编码。
# 数字7桁か、空欄にします
address-postal-shape = 请输入7位数字，或留空。
# この郵便番号は、住所と別の場所のものです。
address-postal-elsewhere = 该邮政编码与地址不符，属于其他地方。
# 郵便番号か住所のどちらかを直してください。郵便番号は空けておくこともできます
address-postal-or-place = 请更正邮政编码或地址。邮政编码也可以留空。
# 都道府県・市区町村として読めません。
address-no-city = 这不是都道府县和市区町村的名称。
# 都道府県と市区町村の名前だけを入れ、町・字と番地は次の欄に入れます
address-city-shape = 请只输入都道府县和市区町村的名称，町名和门牌号填在下一栏。
# この市の住所ではありません。
address-outside = 这不是本市的住址。
# { $city }の住所を入れます（市の外へ引っ越すときは転出の手続です）
address-inside-only = 请输入{ $city }的住址（搬到市外时，请办理迁出手续）。
# この市の中の住所です。
address-inside = 这是本市内的住址。
# { $city }の外の住所を入れます（市の中の引越しは転居の手続です）
address-outside-only = 请输入{ $city }以外的住址（市内搬家时，请办理市内迁居手续）。
# 都道府県がわかりません。
address-no-prefecture = 缺少都道府县。
# 都道府県から入れます。国外の住所は、国名から入れます。
address-prefecture-first = 请从都道府县开始输入；国外住址请从国名开始输入。
# 番地・号がありません。
address-no-lot = 缺少门牌号。
# 続けて番地・号まで入れます。ないときは「番地なし」、わからないときは「番地不詳」と入れます。
address-lot-or-none = 请输入到门牌号。没有时填“番地なし”，不清楚时填“番地不詳”。
# 住所の一部が、町・字、番地・番・号、建物名のどの欄にも入っていません。
address-open = 住址的一部分没有填入町名、门牌号、建筑物名的任何一栏。
# 住所の質問に戻り、残った部分を欄に入れます
address-place-it = 请返回住址的问题，把剩余部分填入栏内。

## ヘルプ

# いま保存しています。終わるまでお待ちください。
notice-confirming = 正在保存。请等待完成。
# 受付番号か住所の確認を待っています。数秒待って、もう一度押してください。
notice-place-awaited = 正在确认受理号码或住址。请稍等几秒再按一次。

## 読み取れない答え：何について

# 日付
word-date = 日期
# 番号
word-number = 号码
# 在留カード番号
word-residence-card = 在留卡号码
# 郵便番号
word-postal = 邮政编码
# 電話番号
word-phone = 电话号码
# フリガナ
word-reading = 姓名读音（片假名）
# 氏名
word-name = 姓名
# 続柄
word-relation = 关系

## 日付

# 日付として読めません。
date-unreadable = 这不是日期。
# 元号か西暦4桁の年から、S55.1.7、昭和55年1月7日、19800107のように入れます
date-spellings = 请从年号或4位数公历年开始输入，例如S55.1.7、昭和55年1月7日、19800107。
# { $month }月はありません。
date-no-month = 没有{ $month }月。
# 月は1から12までです
date-months = 月份为1到12。
# { $day }日はありません。
date-no-day = 没有{ $day }日。
# 日は1から31までです
date-days = 日期为1到31。
# { $year }年は入れられません。
date-no-year = 不能输入{ $year }年。
# 西暦{ $first }年から{ $latest }年までです
date-years = 可输入公历{ $first }年到{ $latest }年。
# { $date }はありません。
date-not-in-era = 没有{ $date }。
# { $era }は元年{ $month }月{ $day }日からです
date-era-runs = { $era }从元年{ $month }月{ $day }日开始。
# { $era }は元年{ $month }月{ $day }日から{ $end }までです
date-era-ran = { $era }从元年{ $month }月{ $day }日到{ $end }为止。
# { $bounds }。{ $date }ではありませんか
date-other-era = { $bounds }是不是{ $date }？
# 和暦と西暦の年が合っていません。
date-years-differ = 日本年号的年份与公历年份不一致。
# { $year }年ではありませんか
date-perhaps = 是不是{ $year }年？
# 月日まで入れてください。
date-month-day-missing = 请把月和日也输入。
# 分からないときは「月日不詳」と続けます
date-month-day-unknown = 不知道时，请在后面加上“月日不详”。
# 月まで入れてください。
date-month-missing = 请把月也输入。
# 分からないときは「月日不詳」と続けます
date-month-unknown = 不知道时，请在后面加上“月日不详”。
# 日まで入れてください。
date-day-missing = 请把日也输入。
# 分からないときは「日不詳」と続けます
date-day-unknown = 不知道时，请在后面加上“日不详”。
# 不詳の表記が長すぎます。
date-unknown-too-long = “不详”的写法太长。
# { $limit }文字までです（いま{ $count }文字）
date-unknown-limit = 最多{ $limit }个字（现在{ $count }个字）。
# { $date }は暦にない日です。
date-off-calendar = { $date }是日历上没有的日子。
# 戸籍などの書類にこの日付がある場合だけ、このまま進めます
date-only-on-paper = 只有在户籍等文件上写有此日期时，才可继续。
# { $date }
date-as-said = { $date }
# { $date }（{ $year }年）
date-with-year = { $date }（{ $year }年）
# { $date }（{ $year }年）
date-on-day = { $year }年{ $month }月{ $day }日
# { $date }
date-on-western-day = { $year }年{ $month }月{ $day }日
# { $date }（暦にない日）
date-off = { $date }（日历上没有的日子）
# { $date }（{ $year }年・暦にない日）
date-off-with-year = { $date }（{ $year }年，日历上没有的日子）

## 番号と名前

# 数字{ $count }桁で入れてください。
digits-wrong-count = 请输入{ $count }位数字。
# いま{ $count }文字です
digits-now = 现在是{ $count }个字。
# 個人番号（マイナンバー）のような12桁の数字があります。
my-number-seen = 其中有像个人编号（My Number）的12位数字。
# ここには書けません
my-number-not-here = 请不要写在这里。
# 番号の形が違います。
residence-card-wrong = 号码的格式不对。
# 英字2文字、数字8桁、英字2文字です
residence-card-shape = 格式为2个字母、8位数字、2个字母。
# 電話番号として読めません。
phone-unreadable = 这不是电话号码。
# 0から始まる10桁か11桁（03-1234-5678、090-1234-5678）、海外は+から始まる番号です
phone-shapes = 请输入以0开头的10位或11位号码（03-1234-5678、090-1234-5678），国外号码以+开头。
# フリガナを入れてください。
reading-missing = 请输入姓名读音（片假名）。
# 「{ $letters }」はフリガナに使えません。
reading-letters = “{ $letters }”不能用于姓名读音。
# カタカナ（小さい文字とヴを含む）と長音「ー」が使えます
reading-allowed = 可以使用片假名（包括小字和ヴ）以及长音符号。
# { $where }を入れてください。
name-missing = 请输入{ $where }。
# { $count }文字あります。
name-too-long = 有{ $count }个字。
# { $limit }文字までです
name-limit = 最多{ $limit }个字。
# 表示できない文字が入っています。
name-controls = 含有无法显示的字符。
# 改行やタブは使えません
name-no-controls = 不能使用换行和制表符。
# 氏名（フリガナ）は、この氏で始まっていません。
name-not-divided = 姓名（读音）不是以这个姓开头的。
# 氏だけを入力するか、氏と名のあいだに空白を入れて入力してください
name-family-alone = 请只输入姓，或在姓与名之间加空格。

## 続柄

# 続柄を入れてください。
relation-missing = 请输入关系。
# 世帯主、夫、妻、夫（未届）、妻（未届）、子、父、母、兄、姉、弟、妹、これらを「の」で4つまで、縁故者、同居人
relation-allowed = 可以是户主、夫、妻、夫（未登记）、妻（未登记）、子、父、母、兄、姐、弟、妹，用“の”最多连接4个的关系，亲属，同居人。
# 「{ $word }」は住民票の続柄に使えません。
relation-not-used = “{ $word }”不能用作住民票上的关系。
# { $what }と入れます
relation-write = 请输入{ $what }。
# 「の」でつなげるのは4つまでです。
relation-too-far = 用“の”最多连接4个。
# それより遠いときは縁故者と入れます
relation-too-far-instead = 更远的关系请输入亲属。
# 「{ $word }」は「の」でつなげません。
relation-alone = “{ $word }”不能用“の”连接。
# { $word }は単独で使います
relation-stands-alone = { $word }要单独使用。
# { $one }
relation-one = { $one }
# { $one }か{ $other }
relation-either = { $one }或{ $other }
# { $options }のどれか
relation-any = { $options }中的一个
# { $options }など
relation-such = { $options }等
# 子の妻（妻のときは妻）
relation-sons-wife = 子之妻（自己的妻子为妻）
# 子の夫（養子縁組があるときは子）
relation-daughters-husband = 子之夫（收养时为子）
# 夫（未届）か妻（未届）か縁故者か同居人
relation-partner = 夫（未登记）、妻（未登记）、亲属或同居人
# 父の兄のように「の」でつないだ続柄か、たどれないときは縁故者
relation-relatives = 像父之兄那样用“の”连接的关系，无法说明时为亲属

## 答え

# 目に見えない文字（制御文字など）が入っています。
answer-unseen = 含有看不见的字符（控制字符等）。
# 消して入れ直してください。
answer-seen = 请删除后重新输入。
# 文字の向きを変える、目に見えない文字が入っています。
answer-direction = 含有改变文字方向的看不见的字符。
# 外字（その自治体だけの文字）が入っていて、この端末では何の字か分かりません。
answer-private = 含有外字（只有该市町村使用的字），本终端无法识别。
# 券面や証明書に印刷された字を見て入力してください。
answer-as-printed = 请按照卡面或证明上印刷的字输入。
# 「同上」のような言葉では、何と同じか決められません。
answer-ditto = 只写“同上”，无法确定与什么相同。
# 同じ内容でも、そのまま入れてください
answer-ditto-in-words = 即使内容相同，也请填写具体内容。
# 住所として読めません。
answer-no-address = 无法作为地址读取。
# 都道府県から、町名と番地まで入れてください
answer-whole-address = 请从都道府县开始，填写到町名和门牌号。
# 長すぎます（{ $count }文字）。
answer-too-long = 太长（{ $count }个字）。
# { $limit }文字まで
answer-letters = 最多{ $limit }个字。
# 数が大きすぎます。
answer-too-great = 数字太大。
# 0から{ $limit }まで
answer-most = 可输入0到{ $limit }。
# 半角で書けない文字が入っています。
answer-not-half = 含有不能用半角书写的字。
# 半角の英字・数字・記号
answer-half = 请使用半角字母、数字、符号。
# まだ入っていません。
answer-empty = 还没有输入。
# わからないときは「わからない（保留）」
answer-may-be-held = 不知道时，请按“不知道”。
# 未来の日付は入れられません。
answer-future = 不能输入将来的日期。
# 今日かそれより前の日
answer-today-or-before = 请输入今天或今天以前的日期。
# 暦にある日を入れます
answer-on-calendar = 请输入日历上有的日期。
# はい・いいえのどちらかで答えてください。
answer-no-yes-no = 请回答是或否。
# はい、いいえ
answer-yes-or-no = 是、否
# 数字で入れてください。
answer-no-number = 请输入数字。
# 0以上の整数（9桁まで）
answer-whole-number = 0以上的整数（最多9位）。
# 選択肢にありません。
answer-not-listed = 选项中没有此项。
# { $options }
answer-listed = { $options }
# この世帯の方の名前か番号（p1、p2 …）
answer-member = 请输入本户成员的姓名或编号（p1、p2…）。
# この方は、この質問の対象の方ではありません。
answer-not-of-them = 这个人不是此问题的对象。
# 対象の方（異動する方など、一覧に出ている方）の名前か番号
answer-of-them = 请输入对象（搬迁的人等，列表中的人）的姓名或编号。
# 全員、なし、この世帯の方の名前か番号（p1、p2 …）
answer-members = 全员、无、本户成员的姓名或编号（p1、p2…）
# 署名は署名欄に書きます。
answer-signature = 请在签名栏签名。

## 値

# はい
value-yes = 是
# いいえ
value-no = 否
# なし
value-none = 无
# わからない（保留）
value-held = 不知道（保留）
# 回答済み
value-unseen = 已回答
# 署名済み
value-signed = 已签名
# 全員
value-everybody = 所有人
# { $each }
value-several = { $each }
# { $n }人目
person-nth = 第{ $n }人
# { $name }（{ $day }生）
person-born = { $name }（{ $day }出生）
# { $name }（{ $n }人目・生年月日未確認）
person-born-unknown = { $name }（第{ $n }人，出生日期未确认）
# { $label }（{ $person }）
label-about = { $label }（{ $person }）
# { $person }：{ $question }
question-about = { $person }：{ $question }
# 届出・引越し・世帯
group-about-all = 申报、搬家、家庭
# （この日は閉庁日です。その前の開庁日までに）
deadline-closed = （该日不办公，请在此前办理）
# （{ $date }は閉庁日のため）
deadline-rolled = （因{ $date }不办公）
# { $date }まで
deadline-until = { $year }年{ $month }月{ $day }日之前
# 「{ $start }」の翌日から{ $n }日以内
deadline-days-after = 从“{ $start }”的次日起{ $n }日以内
# 「{ $start }」の日を含めて{ $n }日以内
deadline-days-from = 从“{ $start }”当天算起{ $n }日以内
# 「{ $start }」の翌日から{ $n }か月以内
deadline-months-after = 从“{ $start }”的次日起{ $n }个月以内
# 「{ $start }」の日を含めて{ $n }か月以内
deadline-months-from = 从“{ $start }”当天算起{ $n }个月以内
# 「{ $start }」の翌日から{ $n }年以内
deadline-years-after = 从“{ $start }”的次日起{ $n }年以内
# 「{ $start }」の日を含めて{ $n }年以内
deadline-years-from = 从“{ $start }”当天算起{ $n }年以内

## 記載台

# まだ答えがありません。答えを入れるか、わからないときは「わからない」を押してください。
notice-nothing-said = 还没有回答。请输入回答，不知道时请按“不知道”。
# この答えは、このままでは受け付けられません。直すか、わからないときは「わからない」を押してください。
notice-refused-here = 此回答不能这样受理。请修改，不知道时请按“不知道”。
# いま、答えを窓口に渡せませんでした。答えは消えていません。もう一度押すか、職員を呼んでください。
notice-not-kept = 现在无法把回答交给窗口。回答没有丢失。请再按一次，或叫工作人员。

# 続けて調べることはできません。{ $n }秒たってから、もう一度押してください。
notice-asked-often = 不能连续查询。请等待{ $n }秒后再按一次。
