(function dsbuilder(attr) {
    return ["jdbc:paradigm://" + attr[connectionHelper.attributeServer] + ":" + attr[connectionHelper.attributePort]];
})
