### 家で使うページのことば（英語）

# { $city }の窓口の準備
title = Get ready for the { $city } office
# 市役所に行く前に、ここで質問に答えておくと、窓口で書くものや聞かれることが少なくなります。
welcome-what = Answer the questions here before you go to the city hall. There will be less to write and fewer questions at the counter.
# 最後に二次元コードができます。それを保存して、窓口に持ってきてください。
welcome-how = At the end you get QR codes. Save them and bring them to the counter.
# 答えは、この端末の中だけにあります。どこにも送られません。コードは市役所だけが読めます。
welcome-private = Your answers stay on this device. Nothing is sent anywhere. Only the city hall can read the codes.
# マイナンバー（個人番号）は入れないでください。署名は窓口でします。
welcome-counter = Do not enter your My Number (Individual Number). You sign at the counter.
# このページは { $date } まで使えます。
valid = You can use this page until { $date }.
# このページは { $date } で終わりました。市のホームページから新しいページを開いてください。
expired = This page ended on { $date }. Please open the new page on the city's website.
# 始める
start = Start
# もどる
back = Back
# 次へ
next = Next
# はい
yes = Yes
# いいえ
no = No
# なし
none = None
# 全員
everybody = Everyone
# あなた
you = You
# { $n }人目の方
nth = Person { $n }
# { $name } について
about = About { $name }
# どんなことで市役所に行きますか
event-ask = What do you need at the city hall?
# どれか分からない
not-sure = I am not sure
# これが当てはまりそうです
found = This seems to fit
# 市役所の案内で聞いてください
ask-at-hall = Please ask at the information desk of the city hall
# 全部の中から選ぶ
all-events = Choose from the whole list
# この手続に関わる人は、あなたを入れて何人ですか
people-ask = How many people is this about, including you?
# いっしょに引っ越す家族など、手続に名前が出る人の数です。
people-hint = Count everyone whose name comes up, such as family members who move with you.
# { $n }人
count = { $n }
# わからない
unsure = I don't know
# 窓口で答える
at-counter = Answer at the counter
# 残りはおよそ { $n } 問です
left = About { $n } more to go
# 元号か西暦
era = Japanese era or Western year
# 西暦
western = Western
# 年
year = Year
# 月
month = Month
# 日
day = Day
# ひらがなでも入れられます。氏と名の間を空けてください。
hint-kana = You may type hiragana. Leave a space between family and given name.
# 例 090-0000-0000
hint-phone = e.g. 090-0000-0000
# 都道府県から番地まで入れてください。
hint-address = From the prefecture to the house number.
# 答えを入れてください。分からないときは「わからない」を押してください。
wrong-empty = Please answer. If you don't know, press “I don't know”.
# 選んでください。なければ「なし」を押してください。
wrong-choose = Please choose. If there is none, press “None”.
# この日はありません。年、月、日を確かめてください。
wrong-date = There is no such day. Please check year, month and day.
# 今日までの日を入れてください。
wrong-future = Please enter today or an earlier day.
# 数字で入れてください。
wrong-number = Please enter a number.
# ひらがなかカタカナで入れてください。
wrong-kana = Please use hiragana or katakana.
# 番地まで入れてください。ないときは「番地なし」、わからないときは「番地不詳」と入れてください。
wrong-lot = Please add the house number; if there is none, enter 番地なし, if you do not know it, 番地不詳.
# 電話番号を数字で入れてください。
wrong-phone = Please enter the telephone number in digits.
# 数字の数を確かめてください。
wrong-digits = Please check how many digits there are.
# 長すぎます。200文字までで入れてください。
wrong-too-long = This is too long. Up to 200 characters.
# 個人番号（マイナンバー）のような番号が入っています。入れないでください。
wrong-my-number = This looks like an Individual Number (My Number). Please do not enter it.
# 答えを確かめてください
check-title = Please check your answers
# 違うところは「変更」を押してください。窓口でも、もう一度いっしょに確かめます。
check-hint = Press “Change” where something is wrong. We will look at it together again at the counter.
# 届出のこと
all-together = The notification
# 変更
change = Change
# 必要になりそうな手続
plan-title = What you will probably need to do
# 持ってくるもの
bring-title = What to bring
# コードを作る
make = Make the codes
# コードを作っています
making = Making the codes
# このコードを窓口に持ってきてください
codes-title = Bring these codes to the counter
# 画像に保存するか、この画面を見せてください。全部のコードが必要です。順番は自由です。
codes-how = Save them as a picture or show this screen. We need all of the codes, in any order.
# コードは30日間、1回だけ使えます。
codes-days = The codes can be used once, within 30 days.
# { $count } 枚のうち { $n } 枚目
code-n = Code { $n } of { $count }
# 前のコード
code-before = Previous code
# 次のコード
code-after = Next code
# 画像に保存する
save = Save as a picture
# 全部消す
wipe = Erase everything
# 答えを全部消しますか
wipe-ask = Erase all your answers?
# 消した答えは元にもどせません。保存した画像は消えません。
wipe-hint = Erased answers cannot be brought back. A picture that you saved stays.
# 全部消す
wipe-yes = Erase everything
# 消さない
wipe-no = Keep them
# 令和
era-reiwa = Reiwa 令和
# 平成
era-heisei = Heisei 平成
# 昭和
era-showa = Showa 昭和
# 大正
era-taisho = Taisho 大正
# 世帯主
relation-head = Head of the household
# 夫
relation-husband = Husband
# 妻
relation-wife = Wife
# 子
relation-child = Child
# 父
relation-father = Father
# 母
relation-mother = Mother
# 兄
relation-elder-brother = Elder brother
# 弟
relation-younger-brother = Younger brother
# 姉
relation-elder-sister = Elder sister
# 妹
relation-younger-sister = Younger sister
# 子の子（孫）
relation-grandchild = Grandchild
# 子の妻
relation-childs-wife = Child's wife
# 子の夫
relation-childs-husband = Child's husband
# 夫の父
relation-husbands-father = Husband's father
# 夫の母
relation-husbands-mother = Husband's mother
# 妻の父
relation-wifes-father = Wife's father
# 妻の母
relation-wifes-mother = Wife's mother
# 縁故者（親せき）
relation-relative = Other relative
# 同居人
relation-lodger = Person living together
