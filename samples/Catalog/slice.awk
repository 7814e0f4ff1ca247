# Makes packages.gz, the slice that the sample ships, from a full index of Debian 12 (main, amd64):
#
#   LC_ALL=C awk -f slice.awk Packages | gzip -n9 > packages.gz
#
# Every 32nd record, so that sections and names are spread as in the whole; besides them the base system, which an even spread
# would leave with three packages, and a few that the sample's questions ask for.

BEGIN {
    count = split("Package Version Section Priority Installed-Size Maintainer Homepage Description", kept, " ")
    split("bash git libhiredis0.14 lua-redis nginx nodejs php-redis postgresql postgresql-client postgresql-contrib " \
          "python3 python3-django python3-numpy python3-redis python3-requests redis redis-server redis-tools ruby-redis " \
          "sqlite3 vim", named, " ")
    for (i in named) wanted[named[i]] = 1
}

/^[^ \t:]+:/ { field = substr($0, 1, index($0, ":") - 1); value[field] = substr($0, index($0, ":") + 2); next }
/^[ \t]/     { value[field] = value[field] "\n" $0; next }
/^$/         { finish() }
END          { finish() }

function finish(    name) {
    name = value["Package"]
    if (name == "") return
    records++
    # A source package may be listed in two versions; the names in the slice are distinct.
    if ((records % 32 == 1 || name in wanted || value["Priority"] ~ /^(required|important|standard)$/) && !(name in seen)) {
        seen[name] = 1
        # People's addresses are of no use here.
        gsub(/ *<[^<>]*>/, "", value["Maintainer"])
        sub(/[ ,]+$/, "", value["Maintainer"])
        # Home pages stay where they are on one of the larger hosts of projects.
        if ("Homepage" in value && value["Homepage"] !~ /\/\/([a-z.-]*\.)?(github\.com|gitlab\.com|gnu\.org|kde\.org|gnome\.org|sourceforge\.net|kernel\.org|freedesktop\.org|qt\.io|redis\.io|nginx\.net|nginx\.org|postgresql\.org|python\.org)(\/|$)/) delete value["Homepage"]
        for (i = 1; i <= count; i++) if (kept[i] in value) print kept[i] ": " value[kept[i]]
        print ""
    }
    for (field in value) delete value[field]
}
