### 家で使うページのことば（ポルトガル語）

# { $city }の窓口の準備
title = Preparação para o balcão de { $city }
# 市役所に行く前に、ここで質問に答えておくと、窓口で書くものや聞かれることが少なくなります。
welcome-what = Responda aqui antes de ir à prefeitura. No balcão haverá menos para escrever e menos perguntas.
# 最後に二次元コードができます。それを保存して、窓口に持ってきてください。
welcome-how = No fim aparecem códigos QR. Salve-os e leve-os ao balcão.
# 答えは、この端末の中だけにあります。どこにも送られません。コードは市役所だけが読めます。
welcome-private = As respostas ficam só neste aparelho. Nada é enviado. Só a prefeitura consegue ler os códigos.
# マイナンバー（個人番号）は入れないでください。署名は窓口でします。
welcome-counter = Não digite o My Number (número individual). A assinatura é feita no balcão.
# このページは { $date } まで使えます。
valid = Esta página vale até { $date }.
# このページは { $date } で終わりました。市のホームページから新しいページを開いてください。
expired = Esta página venceu em { $date }. Abra a página nova no site da cidade.
# 始める
start = Começar
# もどる
back = Voltar
# 次へ
next = Avançar
# はい
yes = Sim
# いいえ
no = Não
# なし
none = Nenhum
# 全員
everybody = Todos
# あなた
you = Você
# { $n }人目の方
nth = Pessoa { $n }
# { $name } について
about = Sobre { $name }
# どんなことで市役所に行きますか
event-ask = O que você precisa fazer na prefeitura?
# どれか分からない
not-sure = Não sei qual é
# これが当てはまりそうです
found = Parece ser isto
# 市役所の案内で聞いてください
ask-at-hall = Pergunte no balcão de informações da prefeitura
# 全部の中から選ぶ
all-events = Escolher na lista completa
# この手続に関わる人は、あなたを入れて何人ですか
people-ask = Quantas pessoas fazem parte disto, contando com você?
# いっしょに引っ越す家族など、手続に名前が出る人の数です。
people-hint = Conte todas as pessoas cujo nome aparece, como a família que se muda junto.
# { $n }人
count = { $n }
# わからない
unsure = Não sei
# 窓口で答える
at-counter = Responder no balcão
# 残りはおよそ { $n } 問です
left = Faltam cerca de { $n }
# 元号か西暦
era = Era japonesa ou ano ocidental
# 西暦
western = Ocidental
# 年
year = Ano
# 月
month = Mês
# 日
day = Dia
# ひらがなでも入れられます。氏と名の間を空けてください。
hint-kana = Pode digitar em hiragana. Deixe um espaço entre sobrenome e nome.
# 例 090-0000-0000
hint-phone = ex. 090-0000-0000
# 都道府県から番地まで入れてください。
hint-address = Da província até o número da casa.
# 答えを入れてください。分からないときは「わからない」を押してください。
wrong-empty = Digite a resposta. Se não souber, toque em “Não sei”.
# 選んでください。なければ「なし」を押してください。
wrong-choose = Escolha. Se não houver, toque em “Nenhum”.
# この日はありません。年、月、日を確かめてください。
wrong-date = Este dia não existe. Confira ano, mês e dia.
# 今日までの日を入れてください。
wrong-future = Digite hoje ou um dia anterior.
# 数字で入れてください。
wrong-number = Digite um número.
# ひらがなかカタカナで入れてください。
wrong-kana = Use hiragana ou katakana.
# 番地まで入れてください。ないときは「番地なし」、わからないときは「番地不詳」と入れてください。
wrong-lot = Inclua o número; se não houver, escreva 番地なし; se não souber, 番地不詳.
# 電話番号を数字で入れてください。
wrong-phone = Digite o telefone em números.
# 数字の数を確かめてください。
wrong-digits = Confira a quantidade de números.
# 長すぎます。200文字までで入れてください。
wrong-too-long = É longo demais. Até 200 caracteres.
# 個人番号（マイナンバー）のような番号が入っています。入れないでください。
wrong-my-number = Parece um número individual (My Number). Não o digite.
# 答えを確かめてください
check-title = Confira as respostas
# 違うところは「変更」を押してください。窓口でも、もう一度いっしょに確かめます。
check-hint = Onde houver erro, toque em “Mudar”. No balcão conferimos juntos outra vez.
# 届出のこと
all-together = Sobre a notificação
# 変更
change = Mudar
# 必要になりそうな手続
plan-title = O que provavelmente será necessário
# 持ってくるもの
bring-title = O que levar
# コードを作る
make = Criar os códigos
# コードを作っています
making = Criando os códigos
# このコードを窓口に持ってきてください
codes-title = Leve estes códigos ao balcão
# 画像に保存するか、この画面を見せてください。全部のコードが必要です。順番は自由です。
codes-how = Salve como imagem ou mostre esta tela. São necessários todos os códigos, em qualquer ordem.
# コードは30日間、1回だけ使えます。
codes-days = Os códigos valem uma vez, por 30 dias.
# { $count } 枚のうち { $n } 枚目
code-n = Código { $n } de { $count }
# 前のコード
code-before = Código anterior
# 次のコード
code-after = Próximo código
# 画像に保存する
save = Salvar como imagem
# 全部消す
wipe = Apagar tudo
# 答えを全部消しますか
wipe-ask = Apagar todas as respostas?
# 消した答えは元にもどせません。保存した画像は消えません。
wipe-hint = Respostas apagadas não voltam. A imagem que você salvou continua.
# 全部消す
wipe-yes = Apagar tudo
# 消さない
wipe-no = Não apagar
# 令和
era-reiwa = Reiwa 令和
# 平成
era-heisei = Heisei 平成
# 昭和
era-showa = Showa 昭和
# 大正
era-taisho = Taisho 大正
# 世帯主
relation-head = Chefe da família
# 夫
relation-husband = Marido
# 妻
relation-wife = Esposa
# 子
relation-child = Filho(a)
# 父
relation-father = Pai
# 母
relation-mother = Mãe
# 兄
relation-elder-brother = Irmão mais velho
# 弟
relation-younger-brother = Irmão mais novo
# 姉
relation-elder-sister = Irmã mais velha
# 妹
relation-younger-sister = Irmã mais nova
# 子の子（孫）
relation-grandchild = Neto(a)
# 子の妻
relation-childs-wife = Esposa do filho(a)
# 子の夫
relation-childs-husband = Marido do filho(a)
# 夫の父
relation-husbands-father = Pai do marido
# 夫の母
relation-husbands-mother = Mãe do marido
# 妻の父
relation-wifes-father = Pai da esposa
# 妻の母
relation-wifes-mother = Mãe da esposa
# 縁故者（親せき）
relation-relative = Outro parente
# 同居人
relation-lodger = Pessoa que mora junto
