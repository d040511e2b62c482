package millrace.app.prefs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import millrace.app.file.JsonStore;
import millrace.app.file.Places;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Keeps the preferences in the platform's place. What is missing or wrong in the file has its usual value. */
public final class PreferencesStore {
    private final JsonStore<JsonNode> store;

    public PreferencesStore(Places places) {
        store = new JsonStore<>(places.config().resolve("preferences.json"), JsonNode.class);
    }

    public Preferences load() {
        return store.load().map(PreferencesStore::of).orElse(Preferences.USUAL);
    }

    private static Preferences of(JsonNode file) {
        Preferences usual = Preferences.USUAL;
        return new Preferences(look(file.path("theme").asString("")), file.path("scale").asDouble(usual.scale()),
                file.path("reducedMotion").asBoolean(usual.reducedMotion()),
                file.path("autosave").asBoolean(usual.autosave()),
                file.path("reopen").asBoolean(usual.reopen()), words(file.path("recentTypes")));
    }

    private static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        for (JsonNode word : list)
            if (word.isString()) words.add(word.asString());
        return words;
    }

    private static Preferences.Look look(String word) {
        for (Preferences.Look look : Preferences.Look.values())
            if (word(look).equals(word)) return look;
        return Preferences.USUAL.look();
    }

    private static String word(Preferences.Look look) {
        return look.name().toLowerCase(Locale.ROOT);
    }

    public void save(Preferences preferences) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.put("theme", word(preferences.look()));
        file.put("scale", preferences.scale());
        file.put("reducedMotion", preferences.reducedMotion());
        file.put("autosave", preferences.autosave());
        file.put("reopen", preferences.reopen());
        ArrayNode types = file.putArray("recentTypes");
        preferences.recentTypes().forEach(types::add);
        store.save(file);
    }
}
