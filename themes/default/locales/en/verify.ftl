## opsreport verify: whether archives and the site are what their manifests say.

verify-whole = { $path }: whole ({ $files ->
    [one] 1 file
   *[other] { $files } files
}, { $bytes } bytes)
verify-damaged = { $path }: NOT as it was archived
verify-damaged-site = { $path }: NOT as it was published
verify-root = root { $value }
verify-signer = signed by { $value }
verify-changed = changed: { $file } (other bytes than { $list } says)
verify-missing = missing: { $file } (named in { $list })
verify-added = added: { $file } (in no manifest)
verify-unreadable = cannot be read: { $file } ({ $reason })
verify-line = damaged: { $file }, line { $line } (not a hash, two spaces and a plain path of its own)
verify-undeclared = damaged: { $file } (does not say that this is a bag)
verify-size = incomplete: { $file } says { $said } (bytes.files), the payload is { $found }
verify-lost = broken chain: { $label } in { $file } names { $root }, and no archive here has that root: one is missing or was written anew
verify-forked = broken chain: { $file } names the same archive before it as { $other } does
verify-unchained = broken chain: { $file } names no archive before it, though { $other } does neither
verify-unsigned = not signed: there is no signature beside it
verify-signature = signature refused: { $reason }
verify-rebuilt = built again from its own inputs, it differs: { $file }
verify-all-whole = { $whole ->
    [one] the one thing checked is whole
   *[other] all { $whole } are whole
}
verify-some-damaged = { $damaged ->
    [one] 1 is not what its manifest says
   *[other] { $damaged } are not what their manifests say
}, { $whole ->
    [one] 1 is whole
   *[other] { $whole } are whole
}
verify-nothing = nothing to verify: no archive and no published site in { $path }; make one with: opsreport archive PERIOD
cannot-run = cannot run { $path }: { $reason }
diff-unknown = there is no archive named { $name }, and none of that period: opsreport table archives lists them
diff-damaged = { $path } is not what its manifest says: { $file } ({ $reason }); opsreport verify names every file
diff-periods = { $one } and { $other } are different periods: only archives of one period are compared
diff-none = nothing differs
rebuild-no-inputs = not built again: it does not hold its inputs (it was made with --inputs hashes)
rebuild-other-version = not built again: { $version } made it, and only that version can
verify-unmade = not built again: its own inputs make no archive, or it does not say what made it
verify-packing = packed anew: opsreport did not pack { $file } like this, though its contents are whole; take another copy, or unzip it and verify the folder
verify-seal = changed: { $file } (its contents are whole, but a byte around them is not the one that was written; take another copy)
