### Frases usadas em todas as telas (Português)

# 、
list-between = ,{ " " }
# …
said-hidden = …

## 窓からのお知らせ

# 内容が変わったため、署名を取り消しました。もう一度署名してください。
notice-signature-void = O conteúdo mudou e a assinatura foi cancelada. Assine de novo, por favor.
# カードの有効期限が切れています。
notice-card-expired = A validade do cartão terminou.
# カードの記載に、券面と見比べる文字があります。
notice-card-doubtful = Nos dados do cartão há caracteres a comparar com a frente do cartão.
# 読み取りの途中でカードが離れました。何も取り込んでいません。
notice-card-gone = O cartão saiu do lugar durante a leitura. Nada foi obtido.
# 番号が違います。
notice-card-wrong-secret = O número está incorreto.
# 番号の桁数が違います。
notice-card-bad-secret = A quantidade de dígitos está incorreta.
# この番号は残り1回です。
notice-card-last-try = Resta 1 tentativa para este número.
# この番号は回数の上限に達したため使えません。
notice-card-blocked = Este número está bloqueado por excesso de tentativas.
# マイナンバーカードではありません。
notice-card-wrong = Este não é um cartão My Number.
# カードを読み取れません。
notice-card-unreadable = Não foi possível ler o cartão.
# カードリーダーが見つかりません。
notice-card-no-reader = Leitor de cartão não encontrado.
# 「{ $field }」は取り込みませんでした。{ $why }聞き取りの質問で入力してください。
notice-not-taken = “{ $field }” não foi obtido. { $why } Informe nas perguntas.
# 一つの受付で扱えるのは{ $limit }人までです。これより多い人は加えていません。世帯を分けて受け付けてください。
notice-people-limit = Um atendimento aceita até { $limit } pessoas. As pessoas além disso não foram incluídas. Faça um atendimento para cada família.
# { $person } さんのカードでした。{ $person } さんの欄に取り込みました。
notice-card-matched = Era o cartão de { $person }. Os dados foram incluídos em { $person }.
# { $person } さんという方が2人以上います。生年月日で見分けてください。入力の誤りで同じ方が二重になっていれば、「この人を外す」で一方を外してください。
notice-namesake = Há 2 ou mais pessoas com o nome { $person }. Diferencie pela data de nascimento. Se a mesma pessoa foi incluída duas vezes por engano, retire uma com “Retirar esta pessoa”.
# 何も取り込んでいません。
notice-nothing-taken = Nada foi obtido.
# 先に、だれのカード・証明書かを決めてください。
notice-decide-first = Primeiro decida de quem é o cartão ou o certificado.
# 同じ方と確認（{ $why }）
decided-same = Confirmado como a mesma pessoa ({ $why })
# 別の方と確認（{ $why }）
decided-another = Confirmado como outra pessoa ({ $why })
# 氏名の全角・半角や大文字・小文字が違います
doubt-width = Os nomes diferem em letras de largura inteira ou meia, ou em maiúsculas e minúsculas
# 氏名の字形が違います
doubt-letters = Os nomes diferem na forma de um caractere
# 一方の氏名が、欄の長さで途中までになっています
doubt-cut = Um dos nomes foi cortado no comprimento do campo
# 一方は通称か旧氏です
doubt-alias = Um deles é nome de uso (tsusho) ou sobrenome anterior
# 氏名の順序か、ミドルネームの有無が違います
doubt-order = Os nomes diferem na ordem ou em um nome do meio
# 読みは同じで、氏名の字が違います
doubt-reading = A leitura é igual, mas os nomes são escritos de modo diferente
# 一方はローマ字の氏名か、仮名だけの氏名です
doubt-script = Um dos nomes está em letras romanas, ou só em kana
# 名と生年月日は同じで、氏が違います
doubt-family-name = Nome e data de nascimento iguais, sobrenome diferente
# 氏と生年月日は同じで、名が違います（書き誤りか、双子などの別の方）
doubt-given-name = Sobrenome e data de nascimento iguais, nome diferente (erro de escrita ou outra pessoa, como um gêmeo)
# 生年月日の表し方が違います
doubt-birth-spelling = A data de nascimento está indicada de modo diferente
# 一方は生年月日が分かりません
doubt-birth-missing = Uma das datas de nascimento não é conhecida
# 一方は氏名が分からないか、名だけです
doubt-name-missing = Um dos nomes não é conhecido, ou só o nome próprio

## 聞き取り

# 口座番号は7桁です（いま{ $count }桁）。
account-short = O número da conta tem 7 dígitos (agora { $count }).
# 通帳の番号が短いときは、先頭に0を付けて{ $offer }と入れます
account-offered = { " " }Se o número da caderneta for mais curto, coloque 0 na frente: { $offer }
# 口座番号は7桁です（いま{ $count }桁）。
account-long = O número da conta tem 7 dígitos (agora { $count }).
# ゆうちょ銀行のときは、金融機関名を「ゆうちょ銀行」にすると、記号と番号を尋ねて口座番号に直します
account-yucho = { " " }Para o banco Yucho, digite “ゆうちょ銀行” como nome do banco; serão perguntados o símbolo (kigo) e o número (bango), que serão convertidos no número da conta.
# ゆうちょ銀行の記号として読めません。
yucho-no-symbol = Não é um símbolo (kigo) do banco Yucho.
# 1で始まり0で終わる5桁です（通帳の記号。後ろの「-1」などは入れません）
yucho-symbol-shape = { " " }Ele tem 5 dígitos, começa com 1 e termina com 0 (está na caderneta; não digite o “-1” que vem depois).
# ゆうちょ銀行の番号として読めません。
yucho-no-number = Não é um número (bango) do banco Yucho.
# 8桁までの、1で終わる番号です（通帳の番号）
yucho-number-shape = { " " }Ele tem até 8 dígitos e termina com 1 (está na caderneta).
# 郵便番号として読めません。
address-no-postal = Não é um código postal.
# 数字7桁か、空欄にします
address-postal-shape = { " " }Digite 7 dígitos ou deixe em branco.
# この郵便番号は、住所と別の場所のものです。
address-postal-elsewhere = Este código postal pertence a um lugar diferente do endereço.
# 郵便番号か住所のどちらかを直してください。郵便番号は空けておくこともできます
address-postal-or-place = { " " }Corrija o código postal ou o endereço; o código postal também pode ficar em branco.
# 都道府県・市区町村として読めません。
address-no-city = Não é o nome de uma província e um município.
# 都道府県と市区町村の名前だけを入れ、町・字と番地は次の欄に入れます
address-city-shape = { " " }Digite só os nomes da província e do município; o bairro e o número vão nos campos seguintes.
# この市の住所ではありません。
address-outside = Não é um endereço desta cidade.
# { $city }の住所を入れます（市の外へ引っ越すときは転出の手続です）
address-inside-only = { " " }Digite um endereço em { $city } (para mudar para fora da cidade, o procedimento é a saída da cidade: tenshutsu).
# この市の中の住所です。
address-inside = É um endereço desta cidade.
# { $city }の外の住所を入れます（市の中の引越しは転居の手続です）
address-outside-only = { " " }Digite um endereço fora de { $city } (para mudar dentro da cidade, o procedimento é a mudança dentro da cidade: tenkyo).
# 都道府県がわかりません。
address-no-prefecture = Falta a província.
# 都道府県から入れます。国外の住所は、国名から入れます。
address-prefecture-first = { " " }Comece pela província (都道府県); um endereço no exterior começa pelo país.
# 番地・号がありません。
address-no-lot = Falta o número do lote.
# 続けて番地・号まで入れます。ないときは「番地なし」、わからないときは「番地不詳」と入れます。
address-lot-or-none = { " " }Complete-o; se não houver, escreva 番地なし; se não souber, 番地不詳.
# 住所の一部が、町・字、番地・番・号、建物名のどの欄にも入っていません。
address-open = Uma parte do endereço não está em nenhum dos campos: bairro, número, prédio.
# 住所の質問に戻り、残った部分を欄に入れます
address-place-it = { " " }Volte à pergunta do endereço e coloque o restante no campo.

## ヘルプ

# いま保存しています。終わるまでお待ちください。
notice-confirming = Salvando agora. Aguarde até terminar.
# 受付番号か住所の確認を待っています。数秒待って、もう一度押してください。
notice-place-awaited = Aguardando a verificação do número de atendimento ou do endereço. Espere alguns segundos e toque de novo.

## 読み取れない答え：何について

# 日付
word-date = Data
# 番号
word-number = Número
# 在留カード番号
word-residence-card = Número do cartão de residência (zairyu)
# 郵便番号
word-postal = Código postal
# 電話番号
word-phone = Telefone
# フリガナ
word-reading = Nome em katakana (furigana)
# 氏名
word-name = Nome completo
# 続柄
word-relation = Parentesco

## 日付

# 日付として読めません。
date-unreadable = Não é uma data.
# 元号か西暦4桁の年から、S55.1.7、昭和55年1月7日、19800107のように入れます
date-spellings = { " " }Comece pelo ano (era japonesa ou ano ocidental com 4 dígitos), por exemplo S55.1.7, 昭和55年1月7日 ou 19800107.
# { $month }月はありません。
date-no-month = Não existe o mês { $month }.
# 月は1から12までです
date-months = { " " }Os meses vão de 1 a 12.
# { $day }日はありません。
date-no-day = Não existe o dia { $day }.
# 日は1から31までです
date-days = { " " }Os dias vão de 1 a 31.
# { $year }年は入れられません。
date-no-year = O ano { $year } não é aceito.
# 西暦{ $first }年から{ $latest }年までです
date-years = { " " }Anos ocidentais de { $first } a { $latest }.
# { $date }はありません。
date-not-in-era = { $date } não existe.
# { $era }は元年{ $month }月{ $day }日からです
date-era-runs = { " " }{ $era } começa em { $day } de { $month ->
    [1] janeiro
    [2] fevereiro
    [3] março
    [4] abril
    [5] maio
    [6] junho
    [7] julho
    [8] agosto
    [9] setembro
    [10] outubro
    [11] novembro
   *[other] dezembro
} do seu primeiro ano.
# { $era }は元年{ $month }月{ $day }日から{ $end }までです
date-era-ran = { " " }{ $era } vai de { $day } de { $month ->
    [1] janeiro
    [2] fevereiro
    [3] março
    [4] abril
    [5] maio
    [6] junho
    [7] julho
    [8] agosto
    [9] setembro
    [10] outubro
    [11] novembro
   *[other] dezembro
} do seu primeiro ano até { $end }.
# { $bounds }。{ $date }ではありませんか
date-other-era = { $bounds } Não seria { $date }?
# 和暦と西暦の年が合っていません。
date-years-differ = O ano japonês e o ano ocidental não coincidem.
# { $year }年ではありませんか
date-perhaps = { " " }Não seria { $year }?
# 月日まで入れてください。
date-month-day-missing = Informe também o mês e o dia.
# 分からないときは「月日不詳」と続けます
date-month-day-unknown = { " " }Se não souber, acrescente “月日不詳” (mês e dia desconhecidos).
# 月まで入れてください。
date-month-missing = Informe também o mês.
# 分からないときは「月日不詳」と続けます
date-month-unknown = { " " }Se não souber, acrescente “月日不詳” (mês e dia desconhecidos).
# 日まで入れてください。
date-day-missing = Informe também o dia.
# 分からないときは「日不詳」と続けます
date-day-unknown = { " " }Se não souber, acrescente “日不詳” (dia desconhecido).
# 不詳の表記が長すぎます。
date-unknown-too-long = O texto da data desconhecida é longo demais.
# { $limit }文字までです（いま{ $count }文字）
date-unknown-limit = { " " }Até { $limit } caracteres (agora { $count }).
# { $date }は暦にない日です。
date-off-calendar = { $date } não existe no calendário.
# 戸籍などの書類にこの日付がある場合だけ、このまま進めます
date-only-on-paper = { " " }Continue só se esta data constar em um documento, como o registro familiar (koseki).
# { $date }
date-as-said = { $date }
# { $date }（{ $year }年）
date-with-year = { $date } ({ $year })
# { $date }（{ $year }年）
date-on-day = { $day } de { $month ->
    [1] janeiro
    [2] fevereiro
    [3] março
    [4] abril
    [5] maio
    [6] junho
    [7] julho
    [8] agosto
    [9] setembro
    [10] outubro
    [11] novembro
   *[other] dezembro
} de { $year }
# { $date }
date-on-western-day = { $day } de { $month ->
    [1] janeiro
    [2] fevereiro
    [3] março
    [4] abril
    [5] maio
    [6] junho
    [7] julho
    [8] agosto
    [9] setembro
    [10] outubro
    [11] novembro
   *[other] dezembro
} de { $year }
# { $date }（暦にない日）
date-off = { $date } (dia que não existe no calendário)
# { $date }（{ $year }年・暦にない日）
date-off-with-year = { $date } ({ $year }, dia que não existe no calendário)

## 番号と名前

# 数字{ $count }桁で入れてください。
digits-wrong-count = Digite { $count } dígitos.
# いま{ $count }文字です
digits-now = { " " }Caracteres agora: { $count }.
# 個人番号（マイナンバー）のような12桁の数字があります。
my-number-seen = Há 12 dígitos que parecem um número individual (My Number).
# ここには書けません
my-number-not-here = { " " }Ele não pode ser escrito aqui.
# 番号の形が違います。
residence-card-wrong = O formato do número não está certo.
# 英字2文字、数字8桁、英字2文字です
residence-card-shape = { " " }São 2 letras, 8 dígitos e 2 letras.
# 電話番号として読めません。
phone-unreadable = Não é um número de telefone.
# 0から始まる10桁か11桁（03-1234-5678、090-1234-5678）、海外は+から始まる番号です
phone-shapes = { " " }São 10 ou 11 dígitos começando com 0 (03-1234-5678, 090-1234-5678); números do exterior começam com +.
# フリガナを入れてください。
reading-missing = Digite o nome em katakana (furigana).
# 「{ $letters }」はフリガナに使えません。
reading-letters = “{ $letters }” não pode ser usado no nome em katakana.
# カタカナ（小さい文字とヴを含む）と長音「ー」が使えます
reading-allowed = { " " }Podem ser usados katakana (também letras pequenas e ヴ) e o sinal de vogal longa “ー”.
# { $where }を入れてください。
name-missing = Informe: { $where }
# { $count }文字あります。
name-too-long = Há { $count } caracteres.
# { $limit }文字までです
name-limit = { " " }São aceitos até { $limit } caracteres.
# 表示できない文字が入っています。
name-controls = Há caracteres que não podem ser mostrados.
# 改行やタブは使えません
name-no-controls = { " " }Quebra de linha e tabulação não podem ser usadas.
# 氏名（フリガナ）は、この氏で始まっていません。
name-not-divided = O nome completo (katakana) não começa com este sobrenome.
# 氏だけを入力するか、氏と名のあいだに空白を入れて入力してください
name-family-alone = { " " }Digite só o sobrenome, ou coloque um espaço entre o sobrenome e o nome.

## 続柄

# 続柄を入れてください。
relation-missing = Informe o parentesco.
# 世帯主、夫、妻、夫（未届）、妻（未届）、子、父、母、兄、姉、弟、妹、これらを「の」で4つまで、縁故者、同居人
relation-allowed = { " " }世帯主 (chefe da família), 夫 (marido), 妻 (esposa), 夫（未届） e 妻（未届） (marido e esposa sem registro de casamento), 子 (filho/a), 父 (pai), 母 (mãe), 兄 (irmão mais velho), 姉 (irmã mais velha), 弟 (irmão mais novo), 妹 (irmã mais nova), até 4 destes ligados por の, 縁故者 (parente), 同居人 (pessoa que mora junto).
# 「{ $word }」は住民票の続柄に使えません。
relation-not-used = “{ $word }” não é usado como parentesco no registro de residência (juminhyo).
# { $what }と入れます
relation-write = { " " }Digite:{ $what }
# 「の」でつなげるのは4つまでです。
relation-too-far = Podem ser ligados até 4 por “の”.
# それより遠いときは縁故者と入れます
relation-too-far-instead = { " " }Para parentesco mais distante, digite 縁故者 (parente).
# 「{ $word }」は「の」でつなげません。
relation-alone = “{ $word }” não pode ser ligado por “の”.
# { $word }は単独で使います
relation-stands-alone = { " " }{ $word } é usado sozinho.
# { $one }
relation-one = { " " }{ $one }
# { $one }か{ $other }
relation-either = { " " }{ $one } ou { $other }
# { $options }のどれか
relation-any = { " " }um destes: { $options }
# { $options }など
relation-such = { " " }{ $options } etc.
# 子の妻（妻のときは妻）
relation-sons-wife = { " " }子の妻 (esposa do filho ou da filha); para a própria esposa, 妻
# 子の夫（養子縁組があるときは子）
relation-daughters-husband = { " " }子の夫 (marido do filho ou da filha); se foi adotado, 子
# 夫（未届）か妻（未届）か縁故者か同居人
relation-partner = { " " }夫（未届）, 妻（未届） (marido ou esposa sem registro de casamento), 縁故者 (parente) ou 同居人 (pessoa que mora junto)
# 父の兄のように「の」でつないだ続柄か、たどれないときは縁故者
relation-relatives = { " " }parentesco ligado por “の”, como 父の兄 (irmão mais velho do pai); se não for possível, 縁故者 (parente)

## 答え

# 目に見えない文字（制御文字など）が入っています。
answer-unseen = Há caracteres invisíveis (de controle etc.).
# 消して入れ直してください。
answer-seen = { " " }Apague e digite de novo.
# 文字の向きを変える、目に見えない文字が入っています。
answer-direction = Há um caractere invisível que muda a direção do texto.
# 外字（その自治体だけの文字）が入っていて、この端末では何の字か分かりません。
answer-private = Há um caractere (gaiji) usado só por um município; este terminal não sabe qual é.
# 券面や証明書に印刷された字を見て入力してください。
answer-as-printed = { " " }Digite os caracteres como estão impressos no cartão ou certificado.
# 「同上」のような言葉では、何と同じか決められません。
answer-ditto = Palavras como “idem” não dizem o que é igual.
# 同じ内容でも、そのまま入れてください
answer-ditto-in-words = { " " }Mesmo que seja igual, digite a resposta.
# 住所として読めません。
answer-no-address = Não é possível ler isto como endereço.
# 都道府県から、町名と番地まで入れてください
answer-whole-address = { " " }Digite desde a província até o bairro e o número.
# 長すぎます（{ $count }文字）。
answer-too-long = É longo demais ({ $count } caracteres).
# { $limit }文字まで
answer-letters = { " " }São aceitos até { $limit } caracteres.
# 数が大きすぎます。
answer-too-great = O número é grande demais.
# 0から{ $limit }まで
answer-most = { " " }São aceitos valores de 0 a { $limit }.
# 半角で書けない文字が入っています。
answer-not-half = Há caracteres que não existem em meia largura.
# 半角の英字・数字・記号
answer-half = { " " }Use letras, dígitos e sinais de meia largura.
# まだ入っていません。
answer-empty = Ainda não há resposta.
# わからないときは「わからない（保留）」
answer-may-be-held = { " " }Se não souber, toque em “Não sei”.
# 未来の日付は入れられません。
answer-future = Não é aceita uma data no futuro.
# 今日かそれより前の日
answer-today-or-before = { " " }Informe hoje ou um dia anterior.
# 暦にある日を入れます
answer-on-calendar = { " " }Informe um dia que exista no calendário.
# はい・いいえのどちらかで答えてください。
answer-no-yes-no = Responda sim ou não.
# はい、いいえ
answer-yes-or-no = { " " }Sim, Não
# 数字で入れてください。
answer-no-number = Digite um número.
# 0以上の整数（9桁まで）
answer-whole-number = { " " }Um número inteiro, 0 ou mais (até 9 dígitos).
# 選択肢にありません。
answer-not-listed = Não está entre as opções.
# { $options }
answer-listed = { " " }{ $options }
# この世帯の方の名前か番号（p1、p2 …）
answer-member = { " " }O nome ou o número (p1, p2…) de uma pessoa desta família.
# この方は、この質問の対象の方ではありません。
answer-not-of-them = Esta pergunta não é sobre esta pessoa.
# 対象の方（異動する方など、一覧に出ている方）の名前か番号
answer-of-them = { " " }O nome ou o número de uma pessoa desta pergunta (quem se muda etc., como na lista).
# 全員、なし、この世帯の方の名前か番号（p1、p2 …）
answer-members = { " " }Todos, nenhum, ou nomes ou números (p1, p2…) de pessoas desta família.
# 署名は署名欄に書きます。
answer-signature = Assine no lugar para assinar.

## 値

# はい
value-yes = Sim
# いいえ
value-no = Não
# なし
value-none = Não há
# わからない（保留）
value-held = Não sei (mais tarde)
# 回答済み
value-unseen = Respondido
# 署名済み
value-signed = Assinado
# 全員
value-everybody = Todos
# { $each }
value-several = { $each }
# { $n }人目
person-nth = Pessoa { $n }
# { $name }（{ $day }生）
person-born = { $name } (nascimento: { $day })
# { $name }（{ $n }人目・生年月日未確認）
person-born-unknown = { $name } (pessoa { $n }, data de nascimento ainda não informada)
# { $label }（{ $person }）
label-about = { $label } ({ $person })
# { $person }：{ $question }
question-about = { $person }: { $question }
# 届出・引越し・世帯
group-about-all = Notificação, mudança e família
# （この日は閉庁日です。その前の開庁日までに）
deadline-closed = { " " }(a repartição está fechada nesse dia; venha antes)
# （{ $date }は閉庁日のため）
deadline-rolled = { " " }(porque a repartição está fechada em { $date })
# { $date }まで
deadline-until = até { $day } de { $month ->
    [1] janeiro
    [2] fevereiro
    [3] março
    [4] abril
    [5] maio
    [6] junho
    [7] julho
    [8] agosto
    [9] setembro
    [10] outubro
    [11] novembro
   *[other] dezembro
} de { $year }
# 「{ $start }」の翌日から{ $n }日以内
deadline-days-after = em até { $n } dias, a contar do dia seguinte a: { $start }
# 「{ $start }」の日を含めて{ $n }日以内
deadline-days-from = em até { $n } dias, contando o dia de: { $start }
# 「{ $start }」の翌日から{ $n }か月以内
deadline-months-after = em até { $n } meses, a contar do dia seguinte a: { $start }
# 「{ $start }」の日を含めて{ $n }か月以内
deadline-months-from = em até { $n } meses, contando o dia de: { $start }
# 「{ $start }」の翌日から{ $n }年以内
deadline-years-after = em até { $n } anos, a contar do dia seguinte a: { $start }
# 「{ $start }」の日を含めて{ $n }年以内
deadline-years-from = em até { $n } anos, contando o dia de: { $start }

## 記載台

# まだ答えがありません。答えを入れるか、わからないときは「わからない」を押してください。
notice-nothing-said = Ainda não há resposta. Dê uma resposta ou, se não souber, toque em “Não sei”.
# この答えは、このままでは受け付けられません。直すか、わからないときは「わからない」を押してください。
notice-refused-here = Esta resposta não pode ser aceita assim. Corrija ou, se não souber, toque em “Não sei”.
# いま、答えを窓口に渡せませんでした。答えは消えていません。もう一度押すか、職員を呼んでください。
notice-not-kept = Não foi possível enviar as respostas ao balcão agora. Elas não se perderam. Toque de novo ou chame um atendente.

# 続けて調べることはできません。{ $n }秒たってから、もう一度押してください。
notice-asked-often = Não é possível consultar seguidamente. Aguarde { $n } segundos e toque de novo.
