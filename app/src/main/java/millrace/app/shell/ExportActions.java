package millrace.app.shell;

/** What makes pictures and clips of what is seen. */
final class ExportActions {
    ExportActions(Designer parts, Actions actions) {
        actions.add("export", "Shortcut+E", () -> parts.export.open());
    }
}
