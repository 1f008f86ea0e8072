M001 = This data block cannot be read: { $words } { $name }
    .help = A block names a metric and a period, each on its own line: “metric: sales”, “period: 2026-10”.
    .nearest = Did you mean “{ $nearest }”?
M002 = There is no metric “{ $name }”.
    .help = Metrics are defined in metrics.yaml.
    .nearest = Did you mean “{ $nearest }”?
M003 = This link leads nowhere: “{ $name }”.
    .help = Link to a Markdown file or a picture of the workspace, or to @product/ID, @marketplace/ID, @department/ID, @cycle/ID, @batch/ID, @briefing/ID.
    .nearest = Did you mean “{ $nearest }”?
M004 = This address is not followed, because of its kind: “{ $name }”.
    .help = Use a relative link, or https:, http: or mailto:.
M005 = HTML is not read; it is shown as text.
    .help = Write it in Markdown.
M006 = The front matter of this page has no end.
    .help = Close it with a second line “---”; till then its lines are shown as text.
M007 = “{ $name }” is not measured at this grain.
    .help = Ask for it at a coarser grain, or without the dimension.
    .dimension = “{ $measure }” is known by { $grains }, not by { $of }. Take “{ $name }” out of applies_to, or add { $of } to the grains of “{ $measure }” where a report carries it.
    .by = “{ $measure }” is known by { $grains }, not by { $of }. Ask for it without the dimension, or add { $of } to its grains where a report carries it.
T001 = A template cannot be rendered: { $words }
    .help = Mend the file of the theme, or remove it: the built-in one takes its place.
T002 = A message that cannot be read: { $why ->
        [sign] “{ $sign }” is missing.
        [words] no words follow its name.
        [case] none of its cases is marked with *, the one for all others.
        [escape] an escaped character is \u with four digits of 0–9 and a–f, or \U with six.
        [deep] more than 50 braces stand in each other.
        [nested] braces stand right in braces, or a case is chosen by what never changes.
       *[other] it is not written as messages are.
    }
    .help = A message is “name = words” on a line, variables stand as {"{ $name }"}, and its further lines are indented. Without the file the built-in words hold.
T003 = Message “{ $message }” asks for { $name }, which is not there: pages would show the name.
    .help = It is given { $given }.
    .nothing = It is given nothing.
    .message = Neither the theme nor the program has it.

block-no-metric = it names no metric.
block-line = this is not “key: value”:
block-key = unknown key
block-view = unknown view
block-period = this is no period:
block-scope = a scope is written {"{"}product: ID, marketplace: ID{"}"}, not
block-nested = it stands inside a list or a quotation.
block-too-large = the page would become too large.
