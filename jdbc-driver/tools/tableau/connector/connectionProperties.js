(function propertiesbuilder(attr) {
    // The key travels as a property, never in the URL, which Tableau writes to its logs.
    return {
        "password": attr[connectionHelper.attributePassword],
        "historyStart": attr["v-history-start"]
    };
})
