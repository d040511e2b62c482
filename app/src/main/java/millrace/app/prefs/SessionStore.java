package millrace.app.prefs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import millrace.app.file.JsonStore;
import millrace.app.file.Places;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Keeps how the windows stood, in the platform's place for data. What can't be understood is left out. */
public final class SessionStore {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private final JsonStore<JsonNode> store;

    public SessionStore(Places places) {
        store = new JsonStore<>(places.data().resolve("windows.json"), JsonNode.class);
    }

    public Session load() {
        return store.load().map(SessionStore::of).orElse(Session.NONE);
    }

    private static Session of(JsonNode file) {
        List<Session.Window> windows = new ArrayList<>();
        for (JsonNode w : file.path("windows"))
            windows.add(window(w));
        SequencedMap<String, Session.View> views = new LinkedHashMap<>();
        for (JsonNode v : file.path("views"))
            views.put(v.path("file").asString(""),
                    new Session.View(v.path("x").asDouble(0), v.path("y").asDouble(0), v.path("zoom").asDouble(1)));
        return new Session(windows, views);
    }

    private static Session.Window window(JsonNode w) {
        List<String> files = new ArrayList<>();
        for (JsonNode f : w.path("files"))
            files.add(f.asString(""));
        Frame frame = new Frame(w.path("x").asDouble(0), w.path("y").asDouble(0), w.path("width").asDouble(WIDTH),
                w.path("height").asDouble(HEIGHT));
        return new Session.Window(frame, w.path("maximized").asBoolean(false), files, w.path("selected").asInt(0),
                Math.clamp(w.path("divider").asDouble(Session.Window.DIVIDER), 0.05, 0.95));
    }

    public void save(Session session) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        ArrayNode windows = file.putArray("windows");
        session.windows().forEach(w -> write(windows.addObject(), w));
        ArrayNode views = file.putArray("views");
        session.views()
                .forEach((name, v) -> views.addObject()
                        .put("file", name)
                        .put("x", v.x())
                        .put("y", v.y())
                        .put("zoom", v.zoom()));
        store.save(file);
    }

    private static void write(ObjectNode node, Session.Window w) {
        node.put("x", w.frame().x())
                .put("y", w.frame().y())
                .put("width", w.frame().width())
                .put("height", w.frame().height());
        node.put("maximized", w.maximized()).put("selected", w.selected()).put("divider", w.divider());
        ArrayNode files = node.putArray("files");
        w.files().forEach(files::add);
    }
}
