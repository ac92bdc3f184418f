### 家で使うページのことば（中国語簡体字）

# { $city }の窓口の準備
title = { $city }窗口办理准备
# 市役所に行く前に、ここで質問に答えておくと、窓口で書くものや聞かれることが少なくなります。
welcome-what = 去市政府之前在这里回答问题，到窗口时要写的和要问的就会减少。
# 最後に二次元コードができます。それを保存して、窓口に持ってきてください。
welcome-how = 最后会生成二维码。请保存好并带到窗口。
# 答えは、この端末の中だけにあります。どこにも送られません。コードは市役所だけが読めます。
welcome-private = 您的回答只保存在这台设备里，不会发送到任何地方。二维码只有市政府能读取。
# マイナンバー（個人番号）は入れないでください。署名は窓口でします。
welcome-counter = 请不要输入个人编号（My Number）。签名在窗口进行。
# このページは { $date } まで使えます。
valid = 本页面可使用到 { $date }。
# このページは { $date } で終わりました。市のホームページから新しいページを開いてください。
expired = 本页面已于 { $date } 到期。请在市政府网站打开新的页面。
# 始める
start = 开始
# もどる
back = 返回
# 次へ
next = 下一步
# はい
yes = 是
# いいえ
no = 否
# なし
none = 没有
# 全員
everybody = 全部人员
# あなた
you = 您本人
# { $n }人目の方
nth = 第{ $n }位
# { $name } について
about = 关于{ $name }
# どんなことで市役所に行きますか
event-ask = 您要去市政府办什么事？
# どれか分からない
not-sure = 不清楚是哪一项
# これが当てはまりそうです
found = 可能是以下事项
# 市役所の案内で聞いてください
ask-at-hall = 请咨询市政府的问询处
# 全部の中から選ぶ
all-events = 从全部事项中选择
# この手続に関わる人は、あなたを入れて何人ですか
people-ask = 包括您在内，这项手续涉及几个人？
# いっしょに引っ越す家族など、手続に名前が出る人の数です。
people-hint = 手续中会出现姓名的人数，例如一起搬家的家人。
# { $n }人
count = { $n }人
# わからない
unsure = 不知道
# 窓口で答える
at-counter = 到窗口再回答
# 残りはおよそ { $n } 問です
left = 大约还有 { $n } 题
# 元号か西暦
era = 日本年号或公历
# 西暦
western = 公历
# 年
year = 年
# 月
month = 月
# 日
day = 日
# ひらがなでも入れられます。氏と名の間を空けてください。
hint-kana = 也可以输入平假名。请在姓和名之间空一格。
# 例 090-0000-0000
hint-phone = 例 090-0000-0000
# 都道府県から番地まで入れてください。
hint-address = 请从都道府县写到门牌号。
# 答えを入れてください。分からないときは「わからない」を押してください。
wrong-empty = 请输入回答。不知道时请按“不知道”。
# 選んでください。なければ「なし」を押してください。
wrong-choose = 请选择。没有时请按“没有”。
# この日はありません。年、月、日を確かめてください。
wrong-date = 没有这一天。请确认年、月、日。
# 今日までの日を入れてください。
wrong-future = 请输入今天或以前的日期。
# 数字で入れてください。
wrong-number = 请输入数字。
# ひらがなかカタカナで入れてください。
wrong-kana = 请用平假名或片假名输入。
# 番地まで入れてください。ないときは「番地なし」、わからないときは「番地不詳」と入れてください。
wrong-lot = 请输入到门牌号。没有时填“番地なし”，不清楚时填“番地不詳”。
# 電話番号を数字で入れてください。
wrong-phone = 请用数字输入电话号码。
# 数字の数を確かめてください。
wrong-digits = 请确认数字的位数。
# 長すぎます。200文字までで入れてください。
wrong-too-long = 太长了。最多200个字。
# 個人番号（マイナンバー）のような番号が入っています。入れないでください。
wrong-my-number = 这像是个人编号（My Number）。请不要输入。
# 答えを確かめてください
check-title = 请确认您的回答
# 違うところは「変更」を押してください。窓口でも、もう一度いっしょに確かめます。
check-hint = 有错误时请按“修改”。在窗口还会一起再确认。
# 届出のこと
all-together = 关于申报
# 変更
change = 修改
# 必要になりそうな手続
plan-title = 可能需要办理的手续
# 持ってくるもの
bring-title = 要带的东西
# コードを作る
make = 生成二维码
# コードを作っています
making = 正在生成二维码
# このコードを窓口に持ってきてください
codes-title = 请把这些二维码带到窗口
# 画像に保存するか、この画面を見せてください。全部のコードが必要です。順番は自由です。
codes-how = 请保存为图片，或出示本画面。需要全部二维码，顺序不限。
# コードは30日間、1回だけ使えます。
codes-days = 二维码30天内有效，只能使用一次。
# { $count } 枚のうち { $n } 枚目
code-n = 共 { $count } 张，第 { $n } 张
# 前のコード
code-before = 上一张
# 次のコード
code-after = 下一张
# 画像に保存する
save = 保存为图片
# 全部消す
wipe = 全部删除
# 答えを全部消しますか
wipe-ask = 要删除全部回答吗？
# 消した答えは元にもどせません。保存した画像は消えません。
wipe-hint = 删除后无法恢复。已保存的图片不会被删除。
# 全部消す
wipe-yes = 全部删除
# 消さない
wipe-no = 不删除
# 令和
era-reiwa = 令和
# 平成
era-heisei = 平成
# 昭和
era-showa = 昭和
# 大正
era-taisho = 大正
# 世帯主
relation-head = 户主
# 夫
relation-husband = 丈夫
# 妻
relation-wife = 妻子
# 子
relation-child = 子女
# 父
relation-father = 父亲
# 母
relation-mother = 母亲
# 兄
relation-elder-brother = 哥哥
# 弟
relation-younger-brother = 弟弟
# 姉
relation-elder-sister = 姐姐
# 妹
relation-younger-sister = 妹妹
# 子の子（孫）
relation-grandchild = 孙辈
# 子の妻
relation-childs-wife = 子女的妻子
# 子の夫
relation-childs-husband = 子女的丈夫
# 夫の父
relation-husbands-father = 丈夫的父亲
# 夫の母
relation-husbands-mother = 丈夫的母亲
# 妻の父
relation-wifes-father = 妻子的父亲
# 妻の母
relation-wifes-mother = 妻子的母亲
# 縁故者（親せき）
relation-relative = 其他亲属
# 同居人
relation-lodger = 同住人
