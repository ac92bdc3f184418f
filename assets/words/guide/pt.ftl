### 受付案内票のことば（Português）

title = Guia dos balcões
number = Seu número
date = { $day } de { $month ->
    [m1] janeiro
    [m2] fevereiro
    [m3] março
    [m4] abril
    [m5] maio
    [m6] junho
    [m7] julho
    [m8] agosto
    [m9] setembro
    [m10] outubro
    [m11] novembro
   *[m12] dezembro
} de { $year }
intro = Vá aos balcões na ordem indicada, começando pelo ①, e mostre esta folha. O atendente marcará cada procedimento concluído.
total = Balcões: { $stops } / Procedimentos: { $procedures } / Tempo nos balcões: cerca de { $minutes } minutos (sem contar a espera)
nothing = Não há nenhum balcão a visitar.
floor-up = Andar { $n }
floor-down = Subsolo { $n }
counter-number = Balcão { $counter }
counter-name = { $counter }
no-place = Pergunte o local no balcão de informações
minutes = Cerca de { $n } min
people = { " " }({ $n } pessoas)
deadline = Prazo: { $text }
closed = { " " }(a repartição está fechada nesse dia; venha antes)
rolled = { " " }(porque a repartição está fechada em { $date })
by = até { $date }
late = O prazo já passou. Fale com o atendente no balcão.
bring = Traga: { $list }
missing = Documentos ainda não conferidos: { $list }
filer = O atendente verificará quem pode fazer este pedido.
join = { "; " }
continued = (continuação)
pages = { $n }/{ $of }
note-review = O conteúdo declarado será examinado pelos funcionários. Esta folha não comprova a aceitação do pedido.
note-lost = Em caso de dúvida, pergunte em um balcão ou no balcão de informações.
note-pay = As taxas mudaram. Falta pagar: { $yen } ienes (veja a ficha de atendimento).
note-back = As taxas mudaram. Será devolvido: { $yen } ienes (veja a ficha de atendimento).
note-fees = As taxas mudaram. O valor depende do que já pagou até agora (veja a ficha de atendimento).
later = Ainda não recebido (volte em outro dia)
put-off = Este pedido será feito em outro dia.
lacks = Ainda falta: { $list }
held-why = Motivo: { $why }
held-for-papers = Os documentos necessários serão trazidos depois
held-for-ask = É preciso confirmar com a família, o empregador etc.
lack-unsure = { $label }: a data não é exata. Traga algo que a mostre, como o registro familiar ou documentos de aposentadoria. Se não houver, a seção responsável decide.
held-for-office = O balcão responsável precisa verificar
held-for-wish = A pessoa deseja fazer em outro dia
optional = { " " }(opcional)
nth = Pessoa { $n }:{ " " }
within-day = em até { $n } dias a partir de: { $start }
within-month = em até { $n } meses a partir de: { $start }
within-year = em até { $n } anos a partir de: { $start }
