package millrace.app.shell;

/** What makes files of what is seen: pictures, clips, tables. */
final class ExportActions {
    ExportActions(Designer parts, Actions actions) {
        actions.add("export", "Shortcut+E", () -> parts.export.open());
        actions.add("results-csv", "", () -> parts.results.export());
    }
}
