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
# 前の一覧
board-page-before = 上一页
# 次の一覧
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

### 記載台

# 書かない窓口　記載台
lobby-window-title = 免填写窗口　自助终端

# 準備しています。少しお待ちください。
lobby-preparing = 正在准备，请稍候。

# 申し訳ありません。この画面を続けられません。職員がご案内します。窓口へお越しください。
lobby-broken = 非常抱歉，此画面无法继续。工作人员会为您办理，请前往窗口。

# ことばを選んでください
lobby-language-title = 请选择语言

# 書かずに手続ができます。画面に触れて、質問に答えてください。
lobby-language-hint = 无需填表即可办理手续。请触摸画面并回答问题。

# 選び直しても、ここまでの答えは消えません。
lobby-language-stays = 更换语言后，之前的回答不会消失。

# 今日は、どのご用件ですか
lobby-purpose-title = 您今天要办理什么事项？

# この届出は、全部で何人についてですか
lobby-people-title = 这次申报一共涉及几个人？

# あなたも、その方に入るときは数えてください。
lobby-people-hint = 如果也包括您本人，请把您自己算进去。

# マイナンバーカードがあれば、名前などの入力がいりません
lobby-card-title = 如有个人编号卡，无需输入姓名等信息

# カードがなくても続けられます。そのまま「次へ」を押してください。
lobby-card-hint = 没有卡也可以继续，请直接按“下一步”。

# このカードは、どなたのものですか
lobby-whose-title = 这是谁的卡？

# もう入力した方と、カードの方が違うようです。
lobby-whose-hint = 之前输入的人和卡上的人似乎不一致。

# 入力した方：{ $known }　カードの方：{ $read }
lobby-whose-pair = 已输入的人：{ $known }　卡上的人：{ $read }

# カードの方：{ $read }
lobby-whose-read = 卡上的人：{ $read }

# 同じ人です
lobby-whose-same = 是同一个人

# 別の人です（この届出に加える）
lobby-whose-another = 是另一个人（加入这次申报）

# 届出に来た代理人のカードです
lobby-whose-agent = 是前来申报的代理人的卡

# このカードは使いません
lobby-whose-back = 不使用这张卡

# 答えを確かめてください
lobby-check-title = 请确认您的回答

# 違うところがあれば、その欄に触れて直してください。
lobby-check-hint = 如有错误，请触摸该栏进行修改。

# 「ふつうの答え」の欄は、聞かずに入れました。違うところは、その欄に触れて直してください。
lobby-check-usual = 标有“通常”的栏目未经询问，按一般情况填写。有不同时，请触摸该栏修改。

# 次のことは、窓口で伺います：{ $what }
lobby-check-held = 以下事项将在窗口向您询问：{ $what }

# 特に書いていない欄は「{ $from }」です。違うところは、その欄に触れて直してください。
lobby-check-from = 没有标注的栏目：{ $from }。如有错误，请触摸该栏进行修改。

# { $title }（{ $place }）
lobby-check-page = { $title }（{ $place }）

# 署名をお願いします
lobby-sign-title = 请签名

# { $person } さん（{ $papers }）
lobby-sign-who = { $person }（{ $papers }）

# 署名がそろいました。
lobby-sign-done = 签名已全部完成。

# 枠の中に名前を書くか、「署名は窓口で」を押してください。
lobby-sign-missing = 请在框内写上姓名，或按“到窗口签名”。

# 書き直す
lobby-sign-again = 重新写

# 署名は窓口で
lobby-sign-later = 到窗口签名

# 署名は窓口でお願いします
lobby-sign-counter = 请到窗口签名

# 窓口で確かめることが残っています。ここまでの答えは窓口に届きます。残りを窓口で確かめてから、署名をお願いします。
lobby-sign-open = 还有需要在窗口确认的事项。您到此为止的回答会传送到窗口，在窗口确认其余事项后再请您签名。

# 窓口に渡しています
lobby-keeping-title = 正在转交窗口

# そのままお待ちください。
lobby-keeping-hint = 请稍候。

# 受付番号
lobby-slip-title = 受理号码

# 番号の紙を取って、窓口へお越しください。まだ手続は終わっていません。
lobby-slip-hint = 请取走号码单并前往窗口。手续尚未办完。

# 職員がご案内します
lobby-staff-title = 工作人员会为您办理

# 近くの職員に声をかけるか、窓口へお越しください。
lobby-staff-hint = 请叫附近的工作人员，或前往窗口。

# ここまでの答えを窓口に渡す
lobby-staff-hand-in = 把目前的回答交给窗口

# 答えを消して終わる
lobby-staff-end = 删除回答并结束

# { $person } について：{ $question }
lobby-about = 关于{ $person }：{ $question }

# このあとの質問は、あと{ $n }問ほどです。
lobby-left = 后面大约还有{ $n }个问题。

# カードの記載：{ $text }。正しければ「次へ」を押してください。
lobby-said-by-card = 卡上的记载：{ $text }。如果正确，请按“下一步”。

# 家での入力：{ $text }。正しければ「次へ」を押してください。
lobby-said-at-home = 在家填写的内容：{ $text }。如果正确，请按“下一步”。

# 今の答え：{ $text }
lobby-said-before = 现在的回答：{ $text }

# ありません
lobby-none = 没有

# { $about }・{ $label }
lobby-row-about = { $about }：{ $label }

# { $about } { $label } { $text }　変更する
lobby-row-change = { $about } { $label } { $text }　修改

# 変更
lobby-change = 修改

# カード
lobby-from-card = 卡

# 家での入力
lobby-from-home = 在家填写

# 書類
lobby-from-paper = 文件

# ふつうの答え
lobby-usual = 通常

# { $label }（{ $from }）
lobby-row-from = { $label }（{ $from }）

# 4桁の暗証番号
lobby-pin = 4位数密码

# カードを読み取り機に置いてください。
lobby-card-put = 请把卡放在读卡器上。

# カードを読み取った方：{ $names }。ほかの方のカードがあれば、続けて置いてください。
lobby-card-known = 已读卡的人：{ $names }。如有其他人的卡，请继续放置。

# 4桁の暗証番号を入れてください。残り{ $tries }回です。
lobby-card-pin = 请输入4位数密码。还可输入{ $tries }次。

# 読み取る
lobby-card-read = 读取

# カードをやめる
lobby-card-out = 不用卡

# 読み取っています。カードを動かさないでください。
lobby-card-busy = 正在读取，请不要移动卡。

# 読み取りました。カードをお取りください。
lobby-card-thanks = 读取完毕，请取回您的卡。

# 番号が違います。残り{ $tries }回です。
lobby-card-wrong = 密码错误。还可输入{ $tries }次。

# 残り1回です。間違えると、この番号は使えなくなります。番号に自信がありますか。
lobby-card-last-try = 只剩1次。如果输错，此密码将无法再使用。您确定记得密码吗？

# はい、最後の1回を使う
lobby-card-spend = 是，使用最后1次

# いいえ、カードなしで続ける
lobby-card-keep = 否，不用卡继续

# 読み取り機が使えません。カードなしで続けられます。
lobby-card-unready = 读卡器无法使用。没有卡也可以继续。

# 受付票のコード
lobby-code-name = 号码单的代码

# { $place } へお越しください
lobby-go-to = 请前往{ $place }

# 総合案内で番号をお見せください
lobby-go-staff = 请在综合咨询处出示号码

# 窓口での時間の目安は、合わせて約{ $n }分です
lobby-minutes = 在各窗口办理的时间合计约{ $n }分钟

# お持ちになるもの：{ $what }
lobby-bring = 请携带：{ $what }

# 番号の紙を印刷しています
lobby-printing = 正在打印号码单

# 番号の紙を印刷しています
lobby-print-queued = 正在打印号码单

# 番号の紙を印刷しています
lobby-print-printing = 正在打印号码单

# 番号の紙をお取りください
lobby-print-done = 请取走号码单

# 紙に印刷できませんでした。上の番号を控えて、窓口でお伝えください。答えは窓口に届いています。
lobby-print-failed = 未能打印号码单。请记下上面的号码并告诉窗口。您的回答已送达窗口。

# 紙が出ないときは、上の番号を控えて、窓口でお伝えください。答えは窓口に届いています。
lobby-print-unknown = 如果没有出纸，请记下上面的号码并告诉窗口。您的回答已送达窗口。

# 戻る
lobby-back = 返回

# 次へ
lobby-next = 下一步

# 職員に聞く
lobby-staff = 询问职员

# わからない
lobby-put-off = 不知道

# どれかわからない
lobby-wonder = 不清楚

# 前に出した手続がどうなったか
lobby-ask-after = 查询以前提交的手续

# 受付番号を入れてください
lobby-number-title = 请输入受理号码

# 受付票に書いてある番号です（例：260420-001）。記載台の受付票は、二次元コードを読み取り機にかざすだけでも分かります。
lobby-number-hint = 号码印在受理单上（例：260420-001）。如果是本机打印的受理单，也可以将二维码对准读取器。

# 受付番号は、6けたの数字と3けた以上の数字です。もう一度確かめてください。
lobby-number-missing = 受理号码由6位数字加3位以上数字组成。请再确认一次。

# 手続の状況
lobby-standing-title = 手续的进展

# まだ結果のお知らせはありません。
lobby-standing-open = 目前还没有结果通知。

# 窓口へお越しください。
lobby-standing-come = 请到窗口来。

# 手続は受け付けられました。
lobby-standing-accepted = 手续已受理。

# いまは何もしなくてかまいません。番号が正しいか気になるときや、お急ぎのときは、受付票を持って窓口でおたずねください。
lobby-next-open = 现在不需要做任何事。如果不确定号码是否正确，或者比较着急，请带受理单到窗口询问。

# お伝えすることや、直していただくところがあります。受付票と本人確認書類を持って、窓口へお越しください。内容は窓口でご説明します。
lobby-next-come = 有事项需要告知您，或需要更正。请带受理单和身份证件到窗口，届时会向您说明。

# 窓口でしていただくことは、ありません。
lobby-next-accepted = 您不需要再到窗口办理。

# { $filing }：{ $fate }
lobby-filed = { $filing }：{ $fate }

# 担当で確かめています
lobby-fate-open = 正在审核

# 受け付けられました
lobby-fate-accepted = 已受理

# 直していただくところがあります
lobby-fate-come = 需要更正

# 受け付けられませんでした。わけと、これからできることは窓口でご説明します
lobby-fate-refused = 未被受理。原因和今后可以做的事，将在窗口说明

# 窓口での対応は済んでいます
lobby-fate-settled = 窗口已处理完毕

# この手続は取り下げられています。
lobby-standing-withdrawn = 该手续已撤回。

# もう一度出すときや、心あたりがないときは、窓口でおたずねください。
lobby-next-withdrawn = 如需再次提交，或您不知情，请到窗口询问。

# 取り下げられています
lobby-fate-withdrawn = 已撤回

# これでよい
lobby-right = 没有错误

# 窓口に渡す
lobby-hand-in = 交给窗口

# 終わる
lobby-finish = 结束

# Language
lobby-tool-language = Language

# 文字・色・音
lobby-tool-settings = 显示和声音

# 読み上げる
lobby-tool-aloud = 朗读

# 画面を隠す
lobby-tool-hide = 隐藏画面

# やめる
lobby-tool-end = 退出

# 画面の設定
lobby-settings-title = 画面设置

# 文字の大きさ
lobby-set-size = 文字大小

# 色
lobby-set-theme = 颜色

# ボタンの場所
lobby-set-reach = 按钮位置

# 読み上げ
lobby-set-voice = 朗读

# 読む速さ
lobby-set-speed = 朗读速度

# 音の大きさ
lobby-set-volume = 音量

# スイッチで選ぶ
lobby-set-switches = 用开关选择

# 小
lobby-size-small = 小

# 標準
lobby-size-normal = 标准

# 大
lobby-size-large = 大

# 特大
lobby-size-huge = 特大

# 標準
lobby-theme-standard = 标准

# 白地に黒
lobby-theme-white = 白底黑字

# 黒地に黄
lobby-theme-dark = 黑底黄字

# ふつう
lobby-reach-usual = 普通

# 下のほう
lobby-reach-low = 靠下

# 読まない
lobby-voice-off = 不朗读

# 読む
lobby-voice-on = 朗读

# ゆっくり
lobby-speed-slow = 慢

# ふつう
lobby-speed-usual = 普通

# 速く
lobby-speed-fast = 快

# 小さく
lobby-volume-low = 小声

# ふつう
lobby-volume-usual = 普通

# 大きく
lobby-volume-high = 大声

# 使わない
lobby-switches-none = 不使用

# 2つ
lobby-switches-two = 2个

# 1つ
lobby-switches-one = 1个

# 設定を閉じる
lobby-settings-done = 关闭设置

# まだ続けますか
lobby-idle-title = 您还要继续吗？

# あと{ $n }秒で、答えを消して最初の画面に戻ります。
lobby-idle-left = { $n }秒后将删除回答并返回最初的画面。

# もう少し時間がほしい
lobby-idle-more = 我还需要一点时间

# 画面を隠しています
lobby-blank-title = 画面已隐藏

# 画面を戻す
lobby-blank-back = 恢复画面

# 一度に入力できるのは{ $limit }人までです。これより多いときは、職員にお声がけください。
notice-people-limit = 一次最多可以输入{ $limit }人。超过时，请告诉工作人员。

# { $person } さんという方が2人以上います。生年月日で見分けてください。
notice-namesake = 有2位以上叫{ $person }的人。请用出生日期区分。

# 「{ $field }」は、カードから取り込めませんでした。あとの質問で入力してください。{ $why }
notice-not-taken = 未能从卡上读取“{ $field }”。请在后面的问题中输入。{ $why }

# この受付票の入力は、もう残っていません。職員にお声がけください。
notice-parked-gone = 此号码单的内容已经不存在。请告诉工作人员。

# 窓口で伺います
value-held = 在窗口询问

# 暗証番号
secret-pin = 密码

# 読み取りの途中でカードが離れました。もう一度置いてください。
card-gone = 读取途中卡被移开。请重新放置。

# 運転免許証は読み取れません。カードなしで続けられます。
card-wrong-licence = 驾驶证无法读取。没有卡也可以继续。

# 在留カードは読み取れません。カードなしで続けられます。
card-wrong-residence = 在留卡无法读取。没有卡也可以继续。

# このカードは読み取れません。カードなしで続けられます。
card-wrong-unknown = 此卡无法读取。没有卡也可以继续。

# カードを読み取れません（{ $code }）。カードなしで続けられます。
card-unreadable = 无法读取卡（{ $code }）。没有卡也可以继续。

# 読み取り機が見つかりません（{ $code }）。カードなしで続けられます。
card-no-reader = 找不到读卡器（{ $code }）。没有卡也可以继续。

# この暗証番号は、回数の上限に達したため使えません。カードなしで続けられます。
card-blocked-pin = 此密码的错误次数已达上限，无法使用。没有卡也可以继续。

# 暗証番号は4桁の数字です。もう一度入れてください。
card-bad-pin = 密码为4位数字。请重新输入。

# 署名を書くところ
sign-pad = 签名处

## 使えないとき
# この端末は、いま使えません。窓口へお越しください。
lobby-closed = 本终端现在不能使用。请到窗口办理。
# この端末は、いま使えません。窓口へお越しになるか、下の番号にお電話ください。
lobby-closed-call = 本终端现在不能使用。请到窗口办理，或拨打下面的电话。

## 家での準備

# { $of }枚のうち{ $read }枚を読みました。まだのコード：{ $missing }枚目
preentry-parts = 已读取{ $of }张中的{ $read }张。还缺：第{ $missing }张

# 家で作ったコードではないか、途中までしか読めていません。もう一度かざしてください。
preentry-no-code = 这不是在家制作的二维码，或只读取了一部分。请再出示一次。

# この画像にコードが見つかりません。
preentry-picture = 在这张图片中找不到二维码。

# このコードは壊れているため使えません。このまま画面で答えてください。
preentry-damaged = 这个二维码已损坏，无法使用。请直接在屏幕上回答。

# このコードは、この市のものではないか、古くて使えません。このまま画面で答えてください。
preentry-foreign-key = 这个二维码不是本市的，或已过旧，无法使用。请直接在屏幕上回答。

# このコードは、別の版のページで作られているため使えません。このまま画面で答えてください。
preentry-version = 这个二维码是用其他版本的网页制作的，无法使用。请直接在屏幕上回答。

# このコードは、別の市区町村のためのものです。
preentry-other-city = 这个二维码是其他市区町村的。

# このコードは、作ってから30日を過ぎたため使えません。このまま画面で答えてください。
preentry-expired = 这个二维码制作后已超过30天，无法使用。请直接在屏幕上回答。

# このコードの作成日が先の日になっています。職員にお声がけください。
preentry-future = 这个二维码的制作日期是将来的日期。请询问工作人员。

# このコードは、すでに使われています。1つのコードは1回だけ使えます。
preentry-used = 这个二维码已经使用过了。一个二维码只能使用一次。

# このコードは、別の手続のものです。
preentry-other-event = 这个二维码是其他手续的。

# 家で作ったコードは、別の手続のものです。使っていません。
notice-preentry-other-event = 在家制作的二维码是其他手续的，没有使用。

# 家で作ったコードは、もう使っています。2つ目は使っていません。
notice-preentry-twice = 已经使用了在家制作的二维码。第二个没有使用。

# 家で作ったコードの答えは、使っていません。
notice-preentry-unused = 没有使用在家制作的二维码中的回答。

# 家で作ったコードの中の、次の答えは使えませんでした：{ $keys }
notice-preentry-unknown = 在家制作的二维码中，以下回答无法使用：{ $keys }

# 家で入力された{ $n }人分の答えを取り込みました。あとで確かめてください。
notice-preentry-taken = 已读取在家填写的{ $n }人的回答。请稍后确认。

### the resident's screen at the counter

# いらっしゃいませ
resident-welcome = 欢迎光临
# 職員が確認しています。少しお待ちください。
resident-waiting = 工作人员正在确认。请稍候。
# ご回答：{ $value }
resident-answer = 您的回答：{ $value }
# この画面でお答えください。様式に書かれない答えは、職員には見えません。
resident-answer-here = 请在此屏幕上回答。不写入表格的回答，工作人员看不到。
# これでよい
resident-answer-onward = 确定
# 内容をご確認ください
resident-check-title = 请确认内容
# ちがうところは、職員にお知らせください。
resident-check-wrong = 如有不对的地方，请告诉工作人员。
# まちがいありません
resident-check-right = 没有错误
# ご確認ありがとうございました。
resident-check-thanks = 感谢您的确认。
# この署名にする
resident-sign-accept = 使用此签名
# 枠の中に名前を書いてください。
resident-sign-empty = 请在框内签名。
# 受付が終わりました
resident-done = 受理完毕
# 受付番号
resident-slip = 受理号码
# 文字の大きさ
resident-larger = 文字大小
# 配色
resident-colours = 配色
# もう一度お願いします
resident-say-again = 请再说一遍
# わかりません
resident-say-unclear = 我不明白
# 筆談をお願いします
resident-say-write = 请用笔谈
# 通訳をお願いします
resident-say-interpreter = 我需要翻译
# 少し待ってください
resident-say-wait = 请等一下
# 少しお待ちください。
resident-phrase-wait = 请稍候。
# 書類を見せてください。
resident-phrase-papers = 请出示文件。
# 本人確認の書類を見せてください。
resident-phrase-identity = 请出示身份证件。
# 暗証番号を入力してください。
resident-phrase-pin = 请输入密码。
# 筆談でお話しします。
resident-phrase-write = 我们用笔谈。
# 通訳を呼びます。
resident-phrase-interpreter = 我来叫翻译。
# 声は聞こえますか。
resident-phrase-hear = 您听得见吗？
# 署名をお願いします。
resident-phrase-sign = 请签名。
# 手数料をお支払いください。
resident-phrase-pay = 请支付手续费。
# 次の窓口へお進みください。
resident-phrase-counter = 请前往下一个窗口。
# 書類を見る
resident-papers = 查看文件
# 次の書類
resident-paper-next = 下一份
# 書類を閉じる
resident-papers-close = 关闭文件

### the resident's own record on paper

# 私の記録
record-title = 我的记录
# 受付番号 { $number }　{ $day }現在
record-about = 受理编号 { $number }，截至{ $day }
# 全員について
record-all = 关于所有人
# この受付から外れた方
record-gone = 已不在本次受理中的人
# { $text }（{ $source }）
record-said = { $text }（{ $source }）
# 送付
record-sent = 发送
# 送付先 { $place }　第{ $revision }版　送付済み
record-left = 已发送至{ $place }，第{ $revision }版
# 送付先 { $place }　第{ $revision }版　中継まで送った（まだ届いていない）
record-relayed = 正在发往{ $place }，尚未送达，第{ $revision }版
# 送付先 { $place }　第{ $revision }版　まだ送っていない
record-waits = 尚未发送至{ $place }，第{ $revision }版
# 操作の記録
record-looked = 操作记录
# 自動
record-source-system = 自动
# 自動判定
record-source-derived = 自动判定
# 別のカード
record-source-second_card = 另一张卡
# カード
record-source-card = 卡
# 転出証明書
record-source-extract = 迁出证明书
# 住民記録
record-source-register = 居民登记
# 書類
record-source-document = 文件
# 家での入力
record-source-preentry = 在家填写
# ご本人入力
record-source-resident = 本人填写
# 聞き取り
record-source-interview = 窗口询问
# 内容を見た
record-did-looked = 查看
# 確認した
record-did-confirmed = 已确认
# 直した
record-did-corrected = 已更正
# 印刷した
record-did-printed = 已打印
# 印刷できなかった
record-did-not-printed = 未能打印
# 送付した
record-did-sent = 已发送
# 届いたか分からない
record-did-unsure = 已发送，是否送达不明
# 送付を保留した
record-did-held = 已暂停发送
# 送付先の回答を受けた
record-did-answered = 已收到答复
# 担当が替わった
record-did-taken-over = 已由其他职员接手
# 案内票に印をつけた・消した
record-did-ticked = 已更改指引单上的标记
# 取り下げた
record-did-withdrawn = 已撤回
# 消した
record-did-erased = 已删除
# 控えやファイルにした
record-did-copied = 已复制或保存为文件
# ほかの操作をした
record-did-other = 其他处理
# { $what }（{ $by }）
record-by = { $what }（{ $by }）
