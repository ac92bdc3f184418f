### 모든 화면에서 쓰는 문장(한국어)

# 、
list-between = ,{ " " }
# …
said-hidden = …

## 窓からのお知らせ

# 内容が変わったため、署名を取り消しました。もう一度署名してください。
notice-signature-void = 내용이 바뀌어 서명을 취소했습니다. 다시 서명해 주세요.
# カードの有効期限が切れています。
notice-card-expired = 카드의 유효 기간이 지났습니다.
# カードの記載に、券面と見比べる文字があります。
notice-card-doubtful = 카드 기재 내용에 카드 면과 대조할 글자가 있습니다.
# 読み取りの途中でカードが離れました。何も取り込んでいません。
notice-card-gone = 읽는 도중에 카드가 떨어졌습니다. 아무것도 가져오지 않았습니다.
# 番号が違います。
notice-card-wrong-secret = 번호가 틀립니다.
# 番号の桁数が違います。
notice-card-bad-secret = 번호의 자릿수가 틀립니다.
# この番号は残り1回です。
notice-card-last-try = 이 번호는 1회 남았습니다.
# この番号は回数の上限に達したため使えません。
notice-card-blocked = 이 번호는 횟수를 초과하여 사용할 수 없습니다.
# マイナンバーカードではありません。
notice-card-wrong = 마이넘버 카드가 아닙니다.
# カードを読み取れません。
notice-card-unreadable = 카드를 읽을 수 없습니다.
# カードリーダーが見つかりません。
notice-card-no-reader = 카드 판독기를 찾을 수 없습니다.
# 「{ $field }」は取り込みませんでした。{ $why }聞き取りの質問で入力してください。
notice-not-taken = 「{ $field }」 항목은 가져오지 않았습니다. { $why } 질문에서 입력해 주세요.
# 一つの受付で扱えるのは{ $limit }人までです。これより多い人は加えていません。世帯を分けて受け付けてください。
notice-people-limit = 한 번의 접수에서 { $limit }명까지 처리할 수 있습니다. 그보다 많은 분은 추가하지 않았습니다. 세대를 나누어 접수해 주세요.
# { $person } さんのカードでした。{ $person } さんの欄に取り込みました。
notice-card-matched = { $person } 님의 카드였습니다. { $person } 님의 칸에 입력했습니다.
# { $person } さんという方が2人以上います。生年月日で見分けてください。入力の誤りで同じ方が二重になっていれば、「この人を外す」で一方を外してください。
notice-namesake = { $person } 님이라는 분이 2명 이상 있습니다. 생년월일로 구별해 주세요. 입력 실수로 같은 분이 두 번 들어갔으면 「이 사람 빼기」로 한 분을 빼 주세요.
# 何も取り込んでいません。
notice-nothing-taken = 아무것도 가져오지 않았습니다.
# 先に、だれのカード・証明書かを決めてください。
notice-decide-first = 먼저 누구의 카드·증명서인지 정해 주세요.
# 同じ方と確認（{ $why }）
decided-same = 같은 분으로 확인({ $why })
# 別の方と確認（{ $why }）
decided-another = 다른 분으로 확인({ $why })
# 氏名の全角・半角や大文字・小文字が違います
doubt-width = 성명의 전각·반각 또는 대문자·소문자가 다릅니다
# 氏名の字形が違います
doubt-letters = 성명의 글자 모양이 다릅니다
# 一方の氏名が、欄の長さで途中までになっています
doubt-cut = 한쪽 성명이 칸의 길이 때문에 중간에서 끊겨 있습니다
# 一方は通称か旧氏です
doubt-alias = 한쪽은 통칭명이나 옛 성입니다
# 氏名の順序か、ミドルネームの有無が違います
doubt-order = 성명의 순서가 다르거나 미들네임이 한쪽에만 있습니다
# 読みは同じで、氏名の字が違います
doubt-reading = 읽는 법은 같고 성명의 글자가 다릅니다
# 一方はローマ字の氏名か、仮名だけの氏名です
doubt-script = 한쪽은 로마자 성명이거나 가나로만 된 성명입니다
# 名と生年月日は同じで、氏が違います
doubt-family-name = 이름과 생년월일은 같고 성이 다릅니다
# 氏と生年月日は同じで、名が違います（書き誤りか、双子などの別の方）
doubt-given-name = 성과 생년월일은 같고 이름이 다릅니다(오기이거나 쌍둥이 등 다른 분)
# 生年月日の表し方が違います
doubt-birth-spelling = 생년월일의 표기가 다릅니다
# 一方は生年月日が分かりません
doubt-birth-missing = 한쪽은 생년월일을 알 수 없습니다
# 一方は氏名が分からないか、名だけです
doubt-name-missing = 한쪽은 성명을 알 수 없거나 이름만 있습니다

## 聞き取り

# 口座番号は7桁です（いま{ $count }桁）。
account-short = 계좌번호는 7자리입니다(현재 { $count }자리).
# 通帳の番号が短いときは、先頭に0を付けて{ $offer }と入れます
account-offered = { " " }통장의 번호가 짧을 때는 앞에 0을 붙여 { $offer }(으)로 입력해 주세요.
# 口座番号は7桁です（いま{ $count }桁）。
account-long = 계좌번호는 7자리입니다(현재 { $count }자리).
# ゆうちょ銀行のときは、金融機関名を「ゆうちょ銀行」にすると、記号と番号を尋ねて口座番号に直します
account-yucho = { " " }유초은행일 때는 금융기관명을 「ゆうちょ銀行」로 입력해 주세요. 기호와 번호를 여쭙고 계좌번호로 바꿉니다.
# ゆうちょ銀行の記号として読めません。
yucho-no-symbol = 유초은행의 기호로 읽을 수 없습니다.
# 1で始まり0で終わる5桁です（通帳の記号。後ろの「-1」などは入れません）
yucho-symbol-shape = { " " }1로 시작하고 0으로 끝나는 5자리입니다(통장의 기호. 뒤의 「-1」 등은 넣지 않습니다).
# ゆうちょ銀行の番号として読めません。
yucho-no-number = 유초은행의 번호로 읽을 수 없습니다.
# 8桁までの、1で終わる番号です（通帳の番号）
yucho-number-shape = { " " }8자리까지이며 1로 끝나는 번호입니다(통장의 번호).
# 郵便番号として読めません。
address-no-postal = 우편번호로 읽을 수 없습니다.
# 数字7桁か、空欄にします
address-postal-shape = { " " }숫자 7자리를 입력하거나 비워 두세요.
# この郵便番号は、住所と別の場所のものです。
address-postal-elsewhere = 이 우편번호는 주소와 다른 곳의 것입니다.
# 郵便番号か住所のどちらかを直してください。郵便番号は空けておくこともできます
address-postal-or-place = { " " }우편번호나 주소를 고쳐 주십시오. 우편번호는 비워 두어도 됩니다.
# 都道府県・市区町村として読めません。
address-no-city = 도도부현·시구정촌으로 읽을 수 없습니다.
# 都道府県と市区町村の名前だけを入れ、町・字と番地は次の欄に入れます
address-city-shape = { " " }도도부현과 시구정촌의 이름만 입력하고, 동네 이름과 번지는 다음 칸에 입력해 주세요.
# この市の住所ではありません。
address-outside = 이 시의 주소가 아닙니다.
# { $city }の住所を入れます（市の外へ引っ越すときは転出の手続です）
address-inside-only = { " " }{ $city }의 주소를 입력해 주세요(시 밖으로 이사할 때는 전출 절차입니다).
# この市の中の住所です。
address-inside = 이 시 안의 주소입니다.
# { $city }の外の住所を入れます（市の中の引越しは転居の手続です）
address-outside-only = { " " }{ $city } 밖의 주소를 입력해 주세요(시 안에서 이사할 때는 시내 이사(전거) 절차입니다).
# 都道府県がわかりません。
address-no-prefecture = 도도부현이 없습니다.
# 都道府県から入れます。国外の住所は、国名から入れます。
address-prefecture-first = { " " }도도부현부터 입력해 주십시오. 해외 주소는 나라 이름부터 입력합니다.
# 番地・号がありません。
address-no-lot = 번지가 없습니다.
# 続けて番地・号まで入れます。ないときは「番地なし」、わからないときは「番地不詳」と入れます。
address-lot-or-none = { " " }번지·호까지 입력하십시오. 없으면 "番地なし", 모르면 "番地不詳"라고 입력합니다.
# 住所の一部が、町・字、番地・番・号、建物名のどの欄にも入っていません。
address-open = 주소의 일부가 동네 이름, 번지, 건물 이름의 어느 칸에도 들어 있지 않습니다.
# 住所の質問に戻り、残った部分を欄に入れます
address-place-it = { " " }주소 질문으로 돌아가 남은 부분을 칸에 입력해 주세요.

## ヘルプ

# いま保存しています。終わるまでお待ちください。
notice-confirming = 지금 저장하고 있습니다. 끝날 때까지 기다려 주세요.
# 受付番号か住所の確認を待っています。数秒待って、もう一度押してください。
notice-place-awaited = 접수 번호 또는 주소를 확인하고 있습니다. 몇 초 기다렸다가 다시 눌러 주세요.

## 読み取れない答え：何について

# 日付
word-date = 날짜
# 番号
word-number = 번호
# 在留カード番号
word-residence-card = 재류카드 번호
# 郵便番号
word-postal = 우편번호
# 電話番号
word-phone = 전화번호
# フリガナ
word-reading = 성명 읽는 법(가타카나)
# 氏名
word-name = 성명
# 続柄
word-relation = 관계

## 日付

# 日付として読めません。
date-unreadable = 날짜로 읽을 수 없습니다.
# 元号か西暦4桁の年から、S55.1.7、昭和55年1月7日、19800107のように入れます
date-spellings = { " " }일본 연호나 서력 4자리의 연도부터 S55.1.7, 1980.1.7, 19800107과 같이 입력해 주세요.
# { $month }月はありません。
date-no-month = { $month }월은 없습니다.
# 月は1から12までです
date-months = { " " }월은 1부터 12까지입니다.
# { $day }日はありません。
date-no-day = { $day }일은 없습니다.
# 日は1から31までです
date-days = { " " }일은 1부터 31까지입니다.
# { $year }年は入れられません。
date-no-year = { $year }년은 입력할 수 없습니다.
# 西暦{ $first }年から{ $latest }年までです
date-years = { " " }서력 { $first }년부터 { $latest }년까지입니다.
# { $date }はありません。
date-not-in-era = { $date }: 없는 날짜입니다.
# { $era }は元年{ $month }月{ $day }日からです
date-era-runs = { " " }{ $era } 연호는 원년 { $month }월 { $day }일부터입니다.
# { $era }は元年{ $month }月{ $day }日から{ $end }までです
date-era-ran = { " " }{ $era } 연호는 원년 { $month }월 { $day }일부터 { $end }까지입니다.
# { $bounds }。{ $date }ではありませんか
date-other-era = { $bounds } { $date } 아닙니까?
# 和暦と西暦の年が合っていません。
date-years-differ = 일본 연호의 연도와 서력 연도가 맞지 않습니다.
# { $year }年ではありませんか
date-perhaps = { " " }{ $year }년 아닙니까?
# 月日まで入れてください。
date-month-day-missing = 월과 일도 입력해 주세요.
# 分からないときは「月日不詳」と続けます
date-month-day-unknown = { " " }모를 때는 뒤에 「월일 미상」이라고 덧붙여 주세요.
# 月まで入れてください。
date-month-missing = 월도 입력해 주세요.
# 分からないときは「月日不詳」と続けます
date-month-unknown = { " " }모를 때는 뒤에 「월일 미상」이라고 덧붙여 주세요.
# 日まで入れてください。
date-day-missing = 일도 입력해 주세요.
# 分からないときは「日不詳」と続けます
date-day-unknown = { " " }모를 때는 뒤에 「일 미상」이라고 덧붙여 주세요.
# 不詳の表記が長すぎます。
date-unknown-too-long = 미상의 표기가 너무 깁니다.
# { $limit }文字までです（いま{ $count }文字）
date-unknown-limit = { " " }{ $limit }자까지입니다(현재 { $count }자).
# { $date }は暦にない日です。
date-off-calendar = { $date }: 달력에 없는 날입니다.
# 戸籍などの書類にこの日付がある場合だけ、このまま進めます
date-only-on-paper = { " " }호적 등의 서류에 이 날짜가 있을 때만 그대로 진행해 주세요.
# { $date }
date-as-said = { $date }
# { $date }（{ $year }年）
date-with-year = { $date }({ $year }년)
# { $date }（{ $year }年）
date-on-day = { $year }년 { $month }월 { $day }일
# { $date }
date-on-western-day = { $year }년 { $month }월 { $day }일
# { $date }（暦にない日）
date-off = { $date }(달력에 없는 날)
# { $date }（{ $year }年・暦にない日）
date-off-with-year = { $date }({ $year }년, 달력에 없는 날)

## 番号と名前

# 数字{ $count }桁で入れてください。
digits-wrong-count = 숫자 { $count }자리로 입력해 주세요.
# いま{ $count }文字です
digits-now = { " " }현재 { $count }자입니다.
# 個人番号（マイナンバー）のような12桁の数字があります。
my-number-seen = 개인번호(마이넘버)와 같은 12자리 숫자가 있습니다.
# ここには書けません
my-number-not-here = { " " }여기에는 쓸 수 없습니다.
# 番号の形が違います。
residence-card-wrong = 번호의 형식이 다릅니다.
# 英字2文字、数字8桁、英字2文字です
residence-card-shape = { " " }영문 2자, 숫자 8자리, 영문 2자입니다.
# 電話番号として読めません。
phone-unreadable = 전화번호로 읽을 수 없습니다.
# 0から始まる10桁か11桁（03-1234-5678、090-1234-5678）、海外は+から始まる番号です
phone-shapes = { " " }0으로 시작하는 10자리나 11자리(03-1234-5678, 090-1234-5678), 해외는 +로 시작하는 번호입니다.
# フリガナを入れてください。
reading-missing = 성명 읽는 법(가타카나)을 입력해 주세요.
# 「{ $letters }」はフリガナに使えません。
reading-letters = 「{ $letters }」: 성명 읽는 법에 사용할 수 없습니다.
# カタカナ（小さい文字とヴを含む）と長音「ー」が使えます
reading-allowed = { " " }가타카나(작은 글자와 ヴ 포함)와 장음 「ー」를 사용할 수 있습니다.
# { $where }を入れてください。
name-missing = 입력해 주세요: { $where }
# { $count }文字あります。
name-too-long = { $count }자입니다.
# { $limit }文字までです
name-limit = { " " }{ $limit }자까지입니다.
# 表示できない文字が入っています。
name-controls = 표시할 수 없는 글자가 들어 있습니다.
# 改行やタブは使えません
name-no-controls = { " " }줄바꿈이나 탭은 사용할 수 없습니다.
# 氏名（フリガナ）は、この氏で始まっていません。
name-not-divided = 성명(읽는 법)이 이 성으로 시작하지 않습니다.
# 氏だけを入力するか、氏と名のあいだに空白を入れて入力してください
name-family-alone = { " " }성만 입력하거나, 성과 이름 사이에 빈칸을 넣어 입력해 주세요.

## 続柄

# 続柄を入れてください。
relation-missing = 관계를 입력해 주세요.
# 世帯主、夫、妻、夫（未届）、妻（未届）、子、父、母、兄、姉、弟、妹、これらを「の」で4つまで、縁故者、同居人
relation-allowed = { " " }세대주, 남편, 아내, 남편(미신고), 아내(미신고), 자녀, 아버지, 어머니, 형·오빠, 누나·언니, 남동생, 여동생, 이들을 「の(의)」로 4개까지 이은 관계, 친척(연고자), 동거인입니다.
# 「{ $word }」は住民票の続柄に使えません。
relation-not-used = 「{ $word }」: 주민표의 관계에 사용할 수 없습니다.
# { $what }と入れます
relation-write = { " " }입력해 주세요:{ $what }
# 「の」でつなげるのは4つまでです。
relation-too-far = 「の(의)」로 이을 수 있는 것은 4개까지입니다.
# それより遠いときは縁故者と入れます
relation-too-far-instead = { " " }그보다 먼 관계는 친척(연고자)으로 입력해 주세요.
# 「{ $word }」は「の」でつなげません。
relation-alone = 「{ $word }」: 「の(의)」로 이을 수 없습니다.
# { $word }は単独で使います
relation-stands-alone = { " " }{ $word }: 단독으로 사용합니다.
# { $one }
relation-one = { " " }{ $one }
# { $one }か{ $other }
relation-either = { " " }{ $one } 또는 { $other }
# { $options }のどれか
relation-any = { " " }{ $options } 중 하나
# { $options }など
relation-such = { " " }{ $options } 등
# 子の妻（妻のときは妻）
relation-sons-wife = { " " }자녀의 아내(본인의 아내일 때는 아내)
# 子の夫（養子縁組があるときは子）
relation-daughters-husband = { " " }자녀의 남편(입양했을 때는 자녀)
# 夫（未届）か妻（未届）か縁故者か同居人
relation-partner = { " " }남편(미신고), 아내(미신고), 친척(연고자) 또는 동거인
# 父の兄のように「の」でつないだ続柄か、たどれないときは縁故者
relation-relatives = { " " }아버지의 형과 같이 「の(의)」로 이은 관계, 알 수 없을 때는 친척(연고자)

## 答え

# 目に見えない文字（制御文字など）が入っています。
answer-unseen = 눈에 보이지 않는 글자(제어 문자 등)가 들어 있습니다.
# 消して入れ直してください。
answer-seen = { " " }지우고 다시 입력해 주세요.
# 文字の向きを変える、目に見えない文字が入っています。
answer-direction = 글자의 방향을 바꾸는, 눈에 보이지 않는 글자가 들어 있습니다.
# 外字（その自治体だけの文字）が入っていて、この端末では何の字か分かりません。
answer-private = 외자(그 지자체만의 글자)가 들어 있어 이 단말기에서는 어떤 글자인지 알 수 없습니다.
# 券面や証明書に印刷された字を見て入力してください。
answer-as-printed = { " " }카드나 증명서에 인쇄된 글자를 보고 입력해 주세요.
# 「同上」のような言葉では、何と同じか決められません。
answer-ditto = 「위와 같음」만으로는 무엇과 같은지 알 수 없습니다.
# 同じ内容でも、そのまま入れてください
answer-ditto-in-words = { " " }같은 내용이라도 그대로 입력해 주세요.
# 住所として読めません。
answer-no-address = 주소로 읽을 수 없습니다.
# 都道府県から、町名と番地まで入れてください
answer-whole-address = { " " }도도부현부터 동 이름과 번지까지 입력해 주세요.
# 長すぎます（{ $count }文字）。
answer-too-long = 너무 깁니다({ $count }자).
# { $limit }文字まで
answer-letters = { " " }{ $limit }자까지입니다.
# 数が大きすぎます。
answer-too-great = 수가 너무 큽니다.
# 0から{ $limit }まで
answer-most = { " " }0부터 { $limit }까지입니다.
# 半角で書けない文字が入っています。
answer-not-half = 반각으로 쓸 수 없는 글자가 들어 있습니다.
# 半角の英字・数字・記号
answer-half = { " " }반각 영문·숫자·기호로 입력해 주세요.
# まだ入っていません。
answer-empty = 아직 입력되지 않았습니다.
# わからないときは「わからない（保留）」
answer-may-be-held = { " " }모를 때는 「모르겠음」을 눌러 주세요.
# 未来の日付は入れられません。
answer-future = 미래의 날짜는 입력할 수 없습니다.
# 今日かそれより前の日
answer-today-or-before = { " " }오늘이나 그 이전 날짜를 입력해 주세요.
# 暦にある日を入れます
answer-on-calendar = { " " }달력에 있는 날짜를 입력해 주세요.
# はい・いいえのどちらかで答えてください。
answer-no-yes-no = 예 또는 아니요로 답해 주세요.
# はい、いいえ
answer-yes-or-no = { " " }예, 아니요
# 数字で入れてください。
answer-no-number = 숫자로 입력해 주세요.
# 0以上の整数（9桁まで）
answer-whole-number = { " " }0 이상의 정수(9자리까지)입니다.
# 選択肢にありません。
answer-not-listed = 선택지에 없습니다.
# { $options }
answer-listed = { " " }{ $options }
# この世帯の方の名前か番号（p1、p2 …）
answer-member = { " " }이 세대에 계신 분의 이름이나 번호(p1, p2 …)
# この方は、この質問の対象の方ではありません。
answer-not-of-them = 이분은 이 질문의 대상이 아닙니다.
# 対象の方（異動する方など、一覧に出ている方）の名前か番号
answer-of-them = { " " }대상이 되는 분(이사하는 분 등, 목록에 있는 분)의 이름이나 번호
# 全員、なし、この世帯の方の名前か番号（p1、p2 …）
answer-members = { " " }전원, 없음, 이 세대에 계신 분의 이름이나 번호(p1, p2 …)
# 署名は署名欄に書きます。
answer-signature = 서명은 서명란에 써 주세요.

## 値

# はい
value-yes = 예
# いいえ
value-no = 아니요
# なし
value-none = 없음
# わからない（保留）
value-held = 모르겠음(보류)
# 回答済み
value-unseen = 응답 완료
# 署名済み
value-signed = 서명 완료
# 全員
value-everybody = 전원
# { $each }
value-several = { $each }
# { $n }人目
person-nth = { $n }번째 분
# { $name }（{ $day }生）
person-born = { $name }({ $day }생)
# { $name }（{ $n }人目・生年月日未確認）
person-born-unknown = { $name }({ $n }번째 분, 생년월일 미확인)
# { $label }（{ $person }）
label-about = { $label }({ $person })
# { $person }：{ $question }
question-about = { $person }: { $question }
# 届出・引越し・世帯
group-about-all = 신고·이사·세대
# （この日は閉庁日です。その前の開庁日までに）
deadline-closed = { " " }(이날은 휴무일입니다. 그 전에 와 주세요)
# （{ $date }は閉庁日のため）
deadline-rolled = { " " }({ $date }은 휴무일이므로)
# { $date }まで
deadline-until = { $year }년 { $month }월 { $day }일까지
# 「{ $start }」の翌日から{ $n }日以内
deadline-days-after = 「{ $start }」 다음 날부터 { $n }일 이내
# 「{ $start }」の日を含めて{ $n }日以内
deadline-days-from = 「{ $start }」 당일을 포함하여 { $n }일 이내
# 「{ $start }」の翌日から{ $n }か月以内
deadline-months-after = 「{ $start }」 다음 날부터 { $n }개월 이내
# 「{ $start }」の日を含めて{ $n }か月以内
deadline-months-from = 「{ $start }」 당일을 포함하여 { $n }개월 이내
# 「{ $start }」の翌日から{ $n }年以内
deadline-years-after = 「{ $start }」 다음 날부터 { $n }년 이내
# 「{ $start }」の日を含めて{ $n }年以内
deadline-years-from = 「{ $start }」 당일을 포함하여 { $n }년 이내

## 記載台

# まだ答えがありません。答えを入れるか、わからないときは「わからない」を押してください。
notice-nothing-said = 아직 답이 없습니다. 답을 입력하거나, 모를 때는 「모르겠음」을 눌러 주세요.
# この答えは、このままでは受け付けられません。直すか、わからないときは「わからない」を押してください。
notice-refused-here = 이 답은 그대로는 접수할 수 없습니다. 고치거나, 모를 때는 「모르겠음」을 눌러 주세요.
# いま、答えを窓口に渡せませんでした。答えは消えていません。もう一度押すか、職員を呼んでください。
notice-not-kept = 지금 답을 창구에 전달하지 못했습니다. 답은 지워지지 않았습니다. 다시 누르거나 직원을 불러 주세요.

# 続けて調べることはできません。{ $n }秒たってから、もう一度押してください。
notice-asked-often = 연속해서 조회할 수 없습니다. { $n }초 뒤에 다시 눌러 주세요.
