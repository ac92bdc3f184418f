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
board-letters-name = Alfabeto
# 数字
board-digits = 123
# 数字
board-digits-name = Números
# 記号
board-symbols = #&
# 記号
board-symbols-name = Sinais
# 左から
board-from-left = Da esquerda
# 「あ」を左に並べる
board-from-left-name = Colocar あ à esquerda
# 右から
board-from-right = Da direita
# 「あ」を右に並べる
board-from-right-name = Colocar あ à direita
# 1字消す
board-delete = Apagar
# 全部消す
board-clear = Limpar
# 空白
board-space = ␣
# 空白
board-space-name = Espaço
# 濁点をつける
board-voiced = Pôr dakuten
# 半濁点をつける
board-half-voiced = Pôr handakuten
# 小さい字にする
board-small = Tornar pequeno
# 小文字
board-small-letters = abc
# 大文字
board-capitals = ABC
# ハイフン
board-hyphen = Hífen
# 前の一覧
board-page-before = Anteriores
# 次の一覧
board-page-next = Mais
# { $page }／{ $pages }
board-page = { $page } / { $pages }
# 1つ戻す
board-take-back = Desfazer
# 1字ずつ
board-letter-by-letter = Letra a letra
# まとめて
board-whole-words = Palavras
# 字の形
board-other-shapes = Forma
# ひらがな
board-in-hiragana = Hiragana
# カタカナ
board-in-katakana = Katakana
# 別の読み
board-other-reading = Outra leitura
# ここにない
board-not-here = Não está
# { $text }。残りの読みは{ $rest }
board-offer-rest = { $text }, falta escrever: { $rest }
# 漢字
board-to-kanji = Kanji
# そのまま
board-as-written = Assim
# { $answer }、選択済み
board-chosen = { $answer }, escolhido
# { $answer }、未選択
board-not-chosen = { $answer }, não escolhido
# はい
board-yes = Sim
# いいえ
board-no = Não
# 1つ減らす
board-fewer = Um a menos
# 1つ増やす
board-more = Mais um
# 令和
board-era-1 = Reiwa
# 平成
board-era-2 = Heisei
# 昭和
board-era-3 = Showa
# 大正
board-era-4 = Taisho
# 西暦
board-era-5 = Ocidental
# { $number }年
board-year = Ano { $number }
# { $number }月
board-month = Mês { $number }
# { $number }日
board-day = Dia { $number }
# 未入力の
board-empty = (vazio)
# 元年
board-first-year = Primeiro ano (元)
# { $wareki }（{ $year }年{ $month }月{ $day }日）
board-date-echo = { $day }/{ $month }/{ $year } ({ $wareki })
# 7桁の郵便番号を入れてください。
board-postal-type = Digite o código postal de 7 dígitos.
# 町の名前を選んでください。
board-postal-choose = Escolha o bairro.
# この郵便番号は見つかりません。番号を確かめてください。
board-postal-unknown = Código postal não encontrado. Verifique o número.
# { $name }の郵便番号
board-address-postal = { $name }: código postal
# { $name }の番地
board-address-lot = { $name }: número
# { $name }の建物の名前と部屋番号
board-address-building = { $name }: prédio e apartamento
# 続きの番地を入れてください。
board-address-lot-ask = Digite o número a seguir.
# 建物の名前と部屋番号（なければ次へ）
board-address-building-ask = Prédio e apartamento (se houver)
# 都道府県から番地まで書いてください。
board-address-self-ask = Escreva da província ao número.
# 自分で書く
board-write-myself = Escrever eu mesmo

### 記載台

# 書かない窓口　記載台
lobby-window-title = Balcão sem formulários: terminal de autoatendimento

# 準備しています。少しお待ちください。
lobby-preparing = Preparando. Aguarde um momento, por favor.

# 申し訳ありません。この画面を続けられません。職員がご案内します。窓口へお越しください。
lobby-broken = Pedimos desculpas. Não é possível continuar nesta tela. Um atendente vai ajudar você. Dirija-se ao balcão.

# ことばを選んでください
lobby-language-title = Escolha o idioma

# 書かずに手続ができます。画面に触れて、質問に答えてください。
lobby-language-hint = Você pode fazer o procedimento sem escrever. Toque na tela e responda às perguntas.

# 選び直しても、ここまでの答えは消えません。
lobby-language-stays = Mesmo mudando o idioma, as respostas dadas até agora não se apagam.

# 今日は、どのご用件ですか
lobby-purpose-title = O que você veio fazer hoje?

# この届出は、全部で何人についてですか
lobby-people-title = De quantas pessoas, ao todo, trata esta notificação?

# あなたも、その方に入るときは数えてください。
lobby-people-hint = Se ela também for sobre você, conte-se também.

# マイナンバーカードがあれば、名前などの入力がいりません
lobby-card-title = Com o cartão My Number, não é preciso digitar nome e outros dados

# カードがなくても続けられます。そのまま「次へ」を押してください。
lobby-card-hint = Você pode continuar mesmo sem o cartão. Basta tocar em “Próximo”.

# このカードは、どなたのものですか
lobby-whose-title = De quem é este cartão?

# もう入力した方と、カードの方が違うようです。
lobby-whose-hint = A pessoa já informada e a pessoa do cartão parecem ser diferentes.

# 入力した方：{ $known }　カードの方：{ $read }
lobby-whose-pair = Pessoa informada: { $known } / Pessoa do cartão: { $read }

# カードの方：{ $read }
lobby-whose-read = Pessoa do cartão: { $read }

# 同じ人です
lobby-whose-same = É a mesma pessoa

# 別の人です（この届出に加える）
lobby-whose-another = É outra pessoa (incluir nesta notificação)

# 届出に来た代理人のカードです
lobby-whose-agent = É o cartão do procurador que veio notificar

# このカードは使いません
lobby-whose-back = Não usar este cartão

# 答えを確かめてください
lobby-check-title = Confira as suas respostas

# 違うところがあれば、その欄に触れて直してください。
lobby-check-hint = Se houver algo errado, toque no item para corrigir.

# 「ふつうの答え」の欄は、聞かずに入れました。違うところは、その欄に触れて直してください。
lobby-check-usual = As linhas “Usual” foram preenchidas sem perguntar. Se algo for diferente, toque na linha para alterar.

# 次のことは、窓口で伺います：{ $what }
lobby-check-held = Será perguntado no balcão: { $what }

# 特に書いていない欄は「{ $from }」です。違うところは、その欄に触れて直してください。
lobby-check-from = Linhas sem indicação: { $from }. Se houver algo errado, toque no item para corrigir.

# { $title }（{ $place }）
lobby-check-page = { $title } ({ $place })

# 署名をお願いします
lobby-sign-title = Assine, por favor

# { $person } さん（{ $papers }）
lobby-sign-who = { $person } ({ $papers })

# 署名がそろいました。
lobby-sign-done = Todas as assinaturas estão completas.

# 枠の中に名前を書くか、「署名は窓口で」を押してください。
lobby-sign-missing = Escreva o nome no quadro ou toque em “Assinar no balcão”.

# 書き直す
lobby-sign-again = Escrever de novo

# 署名は窓口で
lobby-sign-later = Assinar no balcão

# 署名は窓口でお願いします
lobby-sign-counter = A assinatura será feita no balcão

# 窓口で確かめることが残っています。ここまでの答えは窓口に届きます。残りを窓口で確かめてから、署名をお願いします。
lobby-sign-open = Ainda há pontos a confirmar no balcão. As suas respostas até aqui serão enviadas para lá. Assine no balcão depois de confirmar o restante.

# 窓口に渡しています
lobby-keeping-title = Enviando ao balcão

# そのままお待ちください。
lobby-keeping-hint = Aguarde, por favor.

# 受付番号
lobby-slip-title = Seu número

# 番号の紙を取って、窓口へお越しください。まだ手続は終わっていません。
lobby-slip-hint = Retire a senha impressa e vá ao balcão. O procedimento ainda não terminou.

# 職員がご案内します
lobby-staff-title = Um atendente vai ajudar você

# 近くの職員に声をかけるか、窓口へお越しください。
lobby-staff-hint = Fale com um atendente próximo ou vá ao balcão.

# ここまでの答えを窓口に渡す
lobby-staff-hand-in = Enviar ao balcão as respostas até aqui

# 答えを消して終わる
lobby-staff-end = Apagar as respostas e encerrar

# { $person } について：{ $question }
lobby-about = Sobre { $person }: { $question }

# このあとの質問は、あと{ $n }問ほどです。
lobby-left = Perguntas que ainda faltam: cerca de { $n }

# カードの記載：{ $text }。正しければ「次へ」を押してください。
lobby-said-by-card = No cartão consta: { $text }. Se estiver certo, toque em “Próximo”.

# 家での入力：{ $text }。正しければ「次へ」を押してください。
lobby-said-at-home = Preenchido em casa: { $text }. Se estiver certo, toque em “Próximo”.

# 今の答え：{ $text }
lobby-said-before = Resposta atual: { $text }

# ありません
lobby-none = Não há

# { $about }・{ $label }
lobby-row-about = { $about } · { $label }

# { $about } { $label } { $text }　変更する
lobby-row-change = { $about } { $label } { $text } – alterar

# 変更
lobby-change = Alterar

# カード
lobby-from-card = cartão

# 家での入力
lobby-from-home = de casa

# 書類
lobby-from-paper = documento

# ふつうの答え
lobby-usual = usual

# { $label }（{ $from }）
lobby-row-from = { $label } ({ $from })

# 4桁の暗証番号
lobby-pin = Senha de 4 dígitos

# カードを読み取り機に置いてください。
lobby-card-put = Coloque o cartão no leitor.

# カードを読み取った方：{ $names }。ほかの方のカードがあれば、続けて置いてください。
lobby-card-known = Cartões lidos: { $names }. Se outras pessoas tiverem cartão, coloque-o em seguida.

# 4桁の暗証番号を入れてください。残り{ $tries }回です。
lobby-card-pin = Digite a senha de 4 dígitos. Tentativas restantes: { $tries }

# 読み取る
lobby-card-read = Ler cartão

# カードをやめる
lobby-card-out = Não usar cartão

# 読み取っています。カードを動かさないでください。
lobby-card-busy = Lendo. Não mova o cartão.

# 読み取りました。カードをお取りください。
lobby-card-thanks = Leitura concluída. Retire o cartão.

# 番号が違います。残り{ $tries }回です。
lobby-card-wrong = Senha incorreta. Tentativas restantes: { $tries }

# 残り1回です。間違えると、この番号は使えなくなります。番号に自信がありますか。
lobby-card-last-try = Resta 1 tentativa. Se errar, esta senha será bloqueada. Você tem certeza da senha?

# はい、最後の1回を使う
lobby-card-spend = Sim, usar a última tentativa

# いいえ、カードなしで続ける
lobby-card-keep = Não, continuar sem o cartão

# 読み取り機が使えません。カードなしで続けられます。
lobby-card-unready = O leitor não está disponível. Você pode continuar sem o cartão.

# 受付票のコード
lobby-code-name = Código da senha impressa

# { $place } へお越しください
lobby-go-to = Dirija-se a: { $place }

# 総合案内で番号をお見せください
lobby-go-staff = Mostre o número no balcão de informações

# 窓口での時間の目安は、合わせて約{ $n }分です
lobby-minutes = Tempo nos balcões: cerca de { $n } minutos ao todo

# お持ちになるもの：{ $what }
lobby-bring = Traga: { $what }

# 番号の紙を印刷しています
lobby-printing = Imprimindo a senha com o número

# 番号の紙を印刷しています
lobby-print-queued = Imprimindo a senha com o número

# 番号の紙を印刷しています
lobby-print-printing = Imprimindo a senha com o número

# 番号の紙をお取りください
lobby-print-done = Retire a senha com o número

# 紙に印刷できませんでした。上の番号を控えて、窓口でお伝えください。答えは窓口に届いています。
lobby-print-failed = Não foi possível imprimir. Anote o número acima e informe no balcão. Suas respostas já chegaram ao balcão.

# 紙が出ないときは、上の番号を控えて、窓口でお伝えください。答えは窓口に届いています。
lobby-print-unknown = Se o papel não sair, anote o número acima e informe no balcão. Suas respostas já chegaram ao balcão.

# 戻る
lobby-back = Voltar

# 次へ
lobby-next = Próximo

# 職員に聞く
lobby-staff = Pedir ajuda

# わからない
lobby-put-off = Não sei

# どれかわからない
lobby-wonder = Não sei qual

# 前に出した手続がどうなったか
lobby-ask-after = Consultar um pedido já feito

# 受付番号を入れてください
lobby-number-title = Digite o seu número de atendimento

# 受付票に書いてある番号です（例：260420-001）。記載台の受付票は、二次元コードを読み取り機にかざすだけでも分かります。
lobby-number-hint = Está impresso na sua senha (por exemplo, 260420-001). Se a senha foi impressa neste terminal, você também pode mostrar o código QR ao leitor.

# 受付番号は、6けたの数字と3けた以上の数字です。もう一度確かめてください。
lobby-number-missing = O número tem 6 dígitos e depois pelo menos mais 3. Verifique, por favor.

# 手続の状況
lobby-standing-title = Situação do pedido

# まだ結果のお知らせはありません。
lobby-standing-open = Ainda não há resultado.

# 窓口へお越しください。
lobby-standing-come = Dirija-se ao balcão.

# 手続は受け付けられました。
lobby-standing-accepted = O seu pedido foi aceito.

# いまは何もしなくてかまいません。番号が正しいか気になるときや、お急ぎのときは、受付票を持って窓口でおたずねください。
lobby-next-open = Não é preciso fazer nada agora. Se não tiver certeza do número ou tiver urgência, pergunte no balcão com a sua senha.

# お伝えすることや、直していただくところがあります。受付票と本人確認書類を持って、窓口へお越しください。内容は窓口でご説明します。
lobby-next-come = Há algo a informar ou a corrigir. Venha ao balcão com a sua senha e um documento de identidade. Lá será explicado.

# 窓口でしていただくことは、ありません。
lobby-next-accepted = Não há mais nada a fazer no balcão.

# { $filing }：{ $fate }
lobby-filed = { $filing }: { $fate }

# 担当で確かめています
lobby-fate-open = em análise

# 受け付けられました
lobby-fate-accepted = aceito

# 直していただくところがあります
lobby-fate-come = há algo a corrigir

# 受け付けられませんでした。わけと、これからできることは窓口でご説明します
lobby-fate-refused = não aceito. O motivo e o que pode ser feito serão explicados no balcão

# 窓口での対応は済んでいます
lobby-fate-settled = já resolvido no balcão

# この手続は取り下げられています。
lobby-standing-withdrawn = Este pedido foi retirado.

# もう一度出すときや、心あたりがないときは、窓口でおたずねください。
lobby-next-withdrawn = Para pedir de novo, ou se não sabia disso, pergunte no balcão.

# 取り下げられています
lobby-fate-withdrawn = retirado

# これでよい
lobby-right = Está certo

# 窓口に渡す
lobby-hand-in = Entregar

# 終わる
lobby-finish = Concluir

# Language
lobby-tool-language = Language

# 文字・色・音
lobby-tool-settings = Texto e som

# 読み上げる
lobby-tool-aloud = Ouvir a tela

# 画面を隠す
lobby-tool-hide = Ocultar tela

# やめる
lobby-tool-end = Sair

# 画面の設定
lobby-settings-title = Ajustes da tela

# 文字の大きさ
lobby-set-size = Tamanho das letras

# 色
lobby-set-theme = Cores

# ボタンの場所
lobby-set-reach = Lugar dos botões

# 読み上げ
lobby-set-voice = Leitura em voz alta

# 読む速さ
lobby-set-speed = Velocidade da leitura

# 音の大きさ
lobby-set-volume = Volume

# スイッチで選ぶ
lobby-set-switches = Acionadores

# 小
lobby-size-small = Pequeno

# 標準
lobby-size-normal = Padrão

# 大
lobby-size-large = Grande

# 特大
lobby-size-huge = Máximo

# 標準
lobby-theme-standard = Padrão

# 白地に黒
lobby-theme-white = Fundo branco

# 黒地に黄
lobby-theme-dark = Fundo preto

# ふつう
lobby-reach-usual = Normal

# 下のほう
lobby-reach-low = Mais abaixo

# 読まない
lobby-voice-off = Não ler

# 読む
lobby-voice-on = Ler

# ゆっくり
lobby-speed-slow = Lenta

# ふつう
lobby-speed-usual = Normal

# 速く
lobby-speed-fast = Rápida

# 小さく
lobby-volume-low = Baixo

# ふつう
lobby-volume-usual = Normal

# 大きく
lobby-volume-high = Alto

# 使わない
lobby-switches-none = Não usar

# 2つ
lobby-switches-two = 2 acionadores

# 1つ
lobby-switches-one = 1 acionador

# 設定を閉じる
lobby-settings-done = Fechar os ajustes

# まだ続けますか
lobby-idle-title = Deseja continuar?

# あと{ $n }秒で、答えを消して最初の画面に戻ります。
lobby-idle-left = Em { $n } segundos as respostas serão apagadas e a tela voltará ao início.

# もう少し時間がほしい
lobby-idle-more = Preciso de mais tempo

# 画面を隠しています
lobby-blank-title = A tela está oculta

# 画面を戻す
lobby-blank-back = Mostrar a tela

# 一度に入力できるのは{ $limit }人までです。これより多いときは、職員にお声がけください。
notice-people-limit = É possível informar até { $limit } pessoas por vez. Se forem mais, fale com um atendente.

# { $person } さんという方が2人以上います。生年月日で見分けてください。
notice-namesake = Há 2 ou mais pessoas com o nome { $person }. Diferencie pela data de nascimento.

# 「{ $field }」は、カードから取り込めませんでした。あとの質問で入力してください。{ $why }
notice-not-taken = Não foi possível obter “{ $field }” do cartão. Informe em uma pergunta mais adiante. { $why }

# この受付票の入力は、もう残っていません。職員にお声がけください。
notice-parked-gone = Os dados desta senha não existem mais. Fale com um atendente.

# 窓口で伺います
value-held = Será perguntado no balcão

# 暗証番号
secret-pin = Senha

# 読み取りの途中でカードが離れました。もう一度置いてください。
card-gone = O cartão saiu do lugar durante a leitura. Coloque-o de novo.

# 運転免許証は読み取れません。カードなしで続けられます。
card-wrong-licence = A carteira de motorista não pode ser lida. Você pode continuar sem o cartão.

# 在留カードは読み取れません。カードなしで続けられます。
card-wrong-residence = O cartão de residência (zairyu) não pode ser lido. Você pode continuar sem o cartão.

# このカードは読み取れません。カードなしで続けられます。
card-wrong-unknown = Este cartão não pode ser lido. Você pode continuar sem o cartão.

# カードを読み取れません（{ $code }）。カードなしで続けられます。
card-unreadable = Não foi possível ler o cartão ({ $code }). Você pode continuar sem o cartão.

# 読み取り機が見つかりません（{ $code }）。カードなしで続けられます。
card-no-reader = Leitor não encontrado ({ $code }). Você pode continuar sem o cartão.

# この暗証番号は、回数の上限に達したため使えません。カードなしで続けられます。
card-blocked-pin = Esta senha está bloqueada por excesso de tentativas. Você pode continuar sem o cartão.

# 暗証番号は4桁の数字です。もう一度入れてください。
card-bad-pin = A senha tem 4 dígitos. Digite de novo.

# 署名を書くところ
sign-pad = Lugar para assinar

## 使えないとき
# この端末は、いま使えません。窓口へお越しください。
lobby-closed = Este terminal não está funcionando. Dirija-se ao balcão.
# この端末は、いま使えません。窓口へお越しになるか、下の番号にお電話ください。
lobby-closed-call = Este terminal não está funcionando. Dirija-se ao balcão ou ligue para o número abaixo.

## 家での準備

# { $of }枚のうち{ $read }枚を読みました。まだのコード：{ $missing }枚目
preentry-parts = { $read } de { $of } códigos lidos. Falta o nº { $missing }

# 家で作ったコードではないか、途中までしか読めていません。もう一度かざしてください。
preentry-no-code = Este não é um código feito em casa, ou só parte dele foi lida. Aproxime-o de novo.

# この画像にコードが見つかりません。
preentry-picture = Nenhum código foi encontrado nesta imagem.

# このコードは壊れているため使えません。このまま画面で答えてください。
preentry-damaged = Este código está danificado e não pode ser usado. Responda aqui na tela.

# このコードは、この市のものではないか、古くて使えません。このまま画面で答えてください。
preentry-foreign-key = Este código não é desta cidade ou é antigo demais. Responda aqui na tela.

# このコードは、別の版のページで作られているため使えません。このまま画面で答えてください。
preentry-version = Este código foi feito com outra versão da página. Responda aqui na tela.

# このコードは、別の市区町村のためのものです。
preentry-other-city = Este código é de outra cidade.

# このコードは、作ってから30日を過ぎたため使えません。このまま画面で答えてください。
preentry-expired = Este código tem mais de 30 dias. Responda aqui na tela.

# このコードの作成日が先の日になっています。職員にお声がけください。
preentry-future = A data deste código está no futuro. Fale com a equipe.

# このコードは、すでに使われています。1つのコードは1回だけ使えます。
preentry-used = Este código já foi usado. Cada código só pode ser usado uma vez.

# このコードは、別の手続のものです。
preentry-other-event = Este código é de outro procedimento.

# 家で作ったコードは、別の手続のものです。使っていません。
notice-preentry-other-event = O código feito em casa é de outro procedimento. Não foi usado.

# 家で作ったコードは、もう使っています。2つ目は使っていません。
notice-preentry-twice = Um código feito em casa já está em uso. O segundo não foi usado.

# 家で作ったコードの答えは、使っていません。
notice-preentry-unused = As respostas do código feito em casa não foram usadas.

# 家で作ったコードの中の、次の答えは使えませんでした：{ $keys }
notice-preentry-unknown = Estas respostas do código feito em casa não puderam ser usadas: { $keys }

# 家で入力された{ $n }人分の答えを取り込みました。あとで確かめてください。
notice-preentry-taken = As respostas feitas em casa para { $n } pessoa(s) foram recebidas. Confira depois.

### the resident's screen at the counter

# いらっしゃいませ
resident-welcome = Bem-vindo(a)
# 職員が確認しています。少しお待ちください。
resident-waiting = O funcionário está verificando. Aguarde um momento.
# ご回答：{ $value }
resident-answer = Sua resposta: { $value }
# この画面でお答えください。様式に書かれない答えは、職員には見えません。
resident-answer-here = Responda nesta tela. As respostas que não vão para o formulário não são mostradas ao funcionário.
# これでよい
resident-answer-onward = Está certo
# 内容をご確認ください
resident-check-title = Confira o conteúdo
# ちがうところは、職員にお知らせください。
resident-check-wrong = Se algo estiver errado, avise o funcionário.
# まちがいありません
resident-check-right = Está tudo certo
# ご確認ありがとうございました。
resident-check-thanks = Obrigado por conferir.
# この署名にする
resident-sign-accept = Usar esta assinatura
# 枠の中に名前を書いてください。
resident-sign-empty = Escreva seu nome no quadro.
# 受付が終わりました
resident-done = O atendimento foi concluído
# 受付番号
resident-slip = Número de atendimento
# 文字の大きさ
resident-larger = Tamanho da letra
# 配色
resident-colours = Cores
# もう一度お願いします
resident-say-again = Mais uma vez, por favor
# わかりません
resident-say-unclear = Não entendo
# 筆談をお願いします
resident-say-write = Por favor, escreva
# 通訳をお願いします
resident-say-interpreter = Preciso de intérprete
# 少し待ってください
resident-say-wait = Espere um momento
# 少しお待ちください。
resident-phrase-wait = Aguarde um momento.
# 書類を見せてください。
resident-phrase-papers = Mostre os documentos.
# 本人確認の書類を見せてください。
resident-phrase-identity = Mostre um documento de identidade.
# 暗証番号を入力してください。
resident-phrase-pin = Digite sua senha.
# 筆談でお話しします。
resident-phrase-write = Vamos conversar por escrito.
# 通訳を呼びます。
resident-phrase-interpreter = Vou chamar um intérprete.
# 声は聞こえますか。
resident-phrase-hear = Está me ouvindo?
# 署名をお願いします。
resident-phrase-sign = Assine, por favor.
# 手数料をお支払いください。
resident-phrase-pay = Pague a taxa, por favor.
# 次の窓口へお進みください。
resident-phrase-counter = Dirija-se ao próximo guichê.
# 書類を見る
resident-papers = Ver os papéis
# 次の書類
resident-paper-next = Próximo papel
# 書類を閉じる
resident-papers-close = Fechar os papéis

### the resident's own record on paper

# 私の記録
record-title = Meu registro
# 受付番号 { $number }　{ $day }現在
record-about = Número de recepção { $number }, em { $day }
# 全員について
record-all = Sobre todos
# この受付から外れた方
record-gone = Pessoa que já não faz parte deste atendimento
# { $text }（{ $source }）
record-said = { $text } ({ $source })
# 送付
record-sent = Envio
# 送付先 { $place }　第{ $revision }版　送付済み
record-left = Enviado a { $place }, versão { $revision }
# 送付先 { $place }　第{ $revision }版　中継まで送った（まだ届いていない）
record-relayed = A caminho de { $place }, ainda não chegou, versão { $revision }
# 送付先 { $place }　第{ $revision }版　まだ送っていない
record-waits = Ainda não enviado a { $place }, versão { $revision }
# 操作の記録
record-looked = O que foi feito
# 自動
record-source-system = automático
# 自動判定
record-source-derived = determinado pelo programa
# 別のカード
record-source-second_card = outro cartão
# カード
record-source-card = cartão
# 転出証明書
record-source-extract = certificado de mudança
# 住民記録
record-source-register = registro de residentes
# 書類
record-source-document = documento
# 家での入力
record-source-preentry = preenchido em casa
# ご本人入力
record-source-resident = preenchido por você
# 聞き取り
record-source-interview = perguntado no balcão
# 内容を見た
record-did-looked = Consultado
# 確認した
record-did-confirmed = Confirmado
# 直した
record-did-corrected = Corrigido
# 印刷した
record-did-printed = Impresso
# 印刷できなかった
record-did-not-printed = Não foi possível imprimir
# 送付した
record-did-sent = Enviado
# 届いたか分からない
record-did-unsure = Enviado, sem saber se chegou
# 送付を保留した
record-did-held = Envio suspenso
# 送付先の回答を受けた
record-did-answered = Resposta recebida
# 担当が替わった
record-did-taken-over = Assumido por outro funcionário
# 案内票に印をつけた・消した
record-did-ticked = Marca na folha de orientação alterada
# 取り下げた
record-did-withdrawn = Retirado
# 消した
record-did-erased = Apagado
# 控えやファイルにした
record-did-copied = Copiado ou salvo em arquivo
# ほかの操作をした
record-did-other = Outro procedimento
# { $what }（{ $by }）
record-by = { $what } ({ $by })
