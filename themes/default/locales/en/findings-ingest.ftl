# Findings about results files (I1..).

I101 = This file is no results file of a kind that is known.
    .nearest = It is most like { $nearest }, but lacks: { $missing }. Export it again with these columns, describe it in formats.yaml (opsreport import FILE writes the first lines for you), or take it out of the sources.
    .days = Its columns are those of { $nearest }, but no row at its beginning has a day as 2026-11-22 in “{ $column }”: the first says “{ $cell }”. Write the days like this, or describe the file in formats.yaml.
    .help = A canonical file has the columns date, marketplace, sku and one per measure. Files of other kinds must keep their own header line; what no kind knows is described in formats.yaml (opsreport import FILE writes the first lines for you).

I102 = { $lacks ->
        [period] This report holds no dates, and its path names no period.
        [marketplace] This report does not say its marketplace, and its path names none.
       *[other] The path says “{ $lacks }”, which is no period.
    }
    .help = Put it where the path says it, such as results/US/2026-10/, and write the source as results/{"{"}marketplace{"}"}/{"{"}period{"}"}/*.csv.
    .unreadable = Write a period as 2026-10, 2026-W43, 2026-Q4, 2026, 2026-10-05 or 2026-11-01_2026-11-18.

I103 = { $expected ->
        [date] “{ $cell }” in column “{ $column }” is not a date.
        [count] “{ $cell }” in column “{ $column }” is not a whole number.
        [money] “{ $cell }” in column “{ $column }” is not an amount in the marketplace's currency.
        [currency] “{ $cell }” in column “{ $column }” is not the marketplace's currency.
        [sku] Column “{ $column }” names no SKU.
        [asin] Column “{ $column }” names no ASIN.
        [future] “{ $cell }” in column “{ $column }” lies in the future.
        [id] “{ $cell }” in column “{ $column }” is what a spreadsheet has left of an id.
       *[number] “{ $cell }” in column “{ $column }” is not a number.
    }
    .help = { $expected ->
        [date] Write dates as 2026-11-20; the date must exist.
        [count] Write it as 1234 or "1,234", without decimals.
        [money] Write it as 1234.50 or "1,234.50", with no more decimals than the currency has (JPY, KRW and TWD have none: 1234); a marketplace with a currency of its own has it in marketplaces.yaml.
        [currency] Each marketplace has one currency, by its three letters, such as USD.
        [sku] Each row needs the SKU it speaks of; take out rows of totals.
        [asin] Each row needs the ASIN it speaks of; take out rows of totals.
        [future] Results are of days that have passed; look whether day and month were exchanged.
        [id] Its digits are lost and cannot be guessed: take the file as it was downloaded, without opening and saving it in a spreadsheet.
       *[number] Write it as 1234.5 or "1,234.5", with at most four decimals.
    }

I104 = There is no marketplace “{ $marketplace }”.
    .nearest = Did you mean “{ $nearest }”?
    .help = Known are: { $known }. Add it to marketplaces.yaml, or mend the name.

I105 = { $count ->
        [one] { $names } belongs to no product ({ $share } of the file's sales).
       *[other] { $count } SKUs or ASINs belong to no product, such as { $names } ({ $share } of the file's sales).
    }
    .help = They count for the company, but for no product. Add them to the skus of a product in products.yaml.

I106 = { $measure } of { $item } in { $marketplace } from { $from } to { $to } is given twice, here and in { $other }.
    .help = It would be counted twice. Remove one of the files, or let the measure come from one kind of file in metrics.yaml.

I107 = { $reason ->
        [utf8] Byte { $detail } of the file is not UTF-8.
        [broken] From here on the file is not { $detail }, as its first bytes say.
        [encoding] Byte { $detail } of the file is not UTF-8, and read as cp932, GBK, Big5 or Windows-1252 no header is known.
        [ambiguous] The file is not UTF-8, and may be { $detail }.
        [password] The workbook has a password.
        [xls] The file is a spreadsheet, but no XLSX.
        [zip] The file is a compressed archive, or a workbook that is not complete.
        [pdf] The file is a PDF document.
        [html] The file is a web page.
        [xml] The file is XML.
        [workbook] The workbook cannot be read: { $detail }.
        [large] { $detail } is too large for a workbook.
        [nul] The file holds a NUL character: it is no text.
        [empty] The file is empty.
        [header] Two columns have the name “{ $detail }”.
        [quote] A quote that is opened here is never closed.
        [cell] A cell is longer than a megabyte.
        [number] “{ $detail }” can be read in two ways, and no other cell of its column says which mark is the decimal one.
        [day] “{ $detail }” can be read in two ways, and no other cell of its column says what is the day and what the month.
        [mixed-days] “{ $detail }” contradicts other dates of its column in the order of day and month.
        [future] “{ $detail }” lies in the future: day and month may have been exchanged.
        [marketplace] Its rows name no marketplace, and several have its currency.
        [unsteady] Its numbers and dates contradict each other.
       *[io] The file cannot be read: { $detail }.
    }
    .help = { $reason ->
        [utf8] Save it as “CSV UTF-8”.
        [broken] Export it again, or save it as “CSV UTF-8”.
        [encoding] Open it with the program that wrote it, and save it as “CSV UTF-8”.
        [ambiguous] Open it with the program that wrote it, and save it as “CSV UTF-8”.
        [password] Open it with the password, and save it without one.
        [xls] Save it as XLSX or as “CSV UTF-8”.
        [zip] Unpack it and put the files in its place, or export it again.
        [pdf] Export the report as CSV or XLSX.
        [html] You may have been signed out while exporting. Export the report again as CSV or XLSX.
        [xml] Export the report as CSV or XLSX.
        [workbook] Open it in a spreadsheet program and save it again as XLSX or as “CSV UTF-8”.
        [large] Export it as CSV: a text may have any size.
        [nul] Export it again as CSV; a workbook must be saved as “CSV UTF-8”.
        [empty] Export it again, or delete it.
        [header] Give each column a name of its own.
        [quote] Write a quote inside a cell twice (""), and close the cell with one.
        [cell] Look for a quote that is never closed, or export the file again.
        [number] Say it in formats.yaml with decimal: point or decimal: comma at the column, or export with two decimals.
        [day] Say it in formats.yaml with order: day-first or order: month-first at the column.
        [mixed-days] Take the file as it was downloaded: a spreadsheet with another language exchanges day and month where it can.
        [future] Take the file as it was downloaded: a spreadsheet with another language exchanges day and month where it can.
        [marketplace] Put it where the path says it, such as results/US/2026-10/.
        [unsteady] Take the file as it was downloaded.
       *[io] See that the file is there and may be read.
    }

I108 = { $count ->
        [one] Nothing reads the column { $names }.
       *[other] Nothing reads these { $count } columns: { $names }.
    }
    .help = To use a column, add a measure with its name to metrics.yaml.

I109 = The source “{ $pattern }” matches no file.
    .help = Put the results there, or mend the path. A * stands for any part of one name.

I110 = There is no rate from { $currency } to { $reporting } on { $day }.
    .help = Add a row below rates: in marketplaces.yaml, with the { $currency } that you plan for one { $reporting }: - { "{" }id: fx, pair: { $reporting }{ $currency }, from: { $day }, plan: …{ "}" }.

I111 = The measure “{ $measure }” is to come from column “{ $column }” of { $report }, which has no such column of numbers of its unit.
    .nearest = Did you mean “{ $nearest }”?
    .help = Columns that can be added up are: { $known }.

I112 = { $count ->
        [one] A row has the same day, marketplace and SKU as another one; they were added up.
       *[other] { $count } rows have the same day, marketplace and SKU as others; they were added up.
    }
    .help = Look whether something was pasted twice.

I113 = The row has { $found } cells, and the header has { $expected }.
    .help = Look for a missing or an extra delimiter; a number with a comma must stand in quotes.

I114 = { $count ->
        [one] One more row of this file was refused.
       *[other] { $count } more rows of this file were refused.
    }

I115 = The file has a header and no rows.
    .help = Put rows below the header, or take the file away.

I117 = This file fits two kinds equally: { $first } and { $second }.
    .help = Say which one it is at its source: kind: { $first }.

I118 = { $count ->
        [one] A character of this file was lost before it was saved.
       *[other] { $count } characters of this file were lost before it was saved.
    }
    .help = Figures are read all the same; names and descriptions may be incomplete. The first one is in this line.

I119 = Column “{ $column }” holds values that no rule knows: { $names }.
    .help = Their rows are read, but belong to no known kind. If one should, add it in formats.yaml under aliases:, words:.

I120 = The file does not agree with itself: check “{ $check }” expects { $expected } and finds { $found }.
    .help = Rows may be missing or changed: take the file as it was downloaded, and look at the refused rows first.

I116 = There is no kind of results file named “{ $kind }”.
    .nearest = Did you mean “{ $nearest }”?
    .help = Known are: { $known }.

I131 = This file gives money of { $marketplace } in { $found }, and { $marketplace } has { $currency }; none of it was added.
    .help = Say its marketplace in the path, or the currency of the marketplace in marketplaces.yaml.

I132 = { $measure } is taken from { $other }, which tells the same story; { $kind } is not added to it for the same days.
    .help = To take it from { $kind }, name that kind in the measure's from: in metrics.yaml.

I133 = { $count ->
        [0] { $other } is newer and says the same of { $from } to { $to }; this file is not counted for these days.
        [one] { $other } is newer and replaces this file from { $from } to { $to }: one measure changed.
       *[other] { $other } is newer and replaces this file from { $from } to { $to }: { $count } measures changed.
    }

I134 = { $measure } in { $marketplace } counts sales within { $window } days of a click here, and within { $other } days in { $kind }; only the latter is taken.
    .help = Figures of two windows do not add up. Give this one a measure of its own in metrics.yaml.

I135 = The sum of { $measure } on { $day } is too large to be right.
    .help = Look for ids or dates in the column of numbers.
