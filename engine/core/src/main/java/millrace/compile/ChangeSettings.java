package millrace.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import millrace.catalog.Catalog;
import millrace.catalog.RunForm;
import millrace.catalog.Setting;
import millrace.compile.Change.What;
import millrace.design.Design;
import millrace.design.Location;
import millrace.design.Outcome;
import millrace.design.Problem;
import millrace.design.Suggestion;
import millrace.design.Value;
import millrace.design.Wire;
import millrace.format.DesignPaths;
import millrace.format.ValueText;
import millrace.operator.Files;
import millrace.text.Sentences;

/**
 * Reads the settings that become others while the run goes on. Whatever the setting is: the design is compiled with it, and what
 * that gives for the node (the wire, the run) is what holds from then on. {@link ChangeRules} says what can't be.
 */
final class ChangeSettings {
    static final String PATH = "settings.changes";
    private static final int MOST = 100;
    private static final String RUN = "settings";
    private static final String EXAMPLE = "[{\"at\": \"12:01:00\", \"node\": \"by2\", \"setting\": \"lateness\", \"value\": \"30 s\"}]";
    private static final Set<String> KNOWN = Set.of("at", "node", "setting", "value");
    /** Of the run, what does not hold for the whole of it. */
    private static final Set<String> OF_THE_RUN = Set.of("checkpoints.every", "checkpoints.timeout",
            "recovery.restartDelay", "recovery.detectAfter", "recovery.resume");

    private final Design design;
    private final Plan plan;
    private final Files files;
    private final Consumer<Problem> out;

    /** As written: where, when, whose, which and what. */
    private record Written(String place, long at, String owner, String setting, Value value) {
        String path(String head) {
            return head + "." + setting;
        }
    }

    ChangeSettings(Plan plan, Files files, Consumer<Problem> out) {
        this.design = plan.design();
        this.plan = plan;
        this.files = files;
        this.out = out;
    }

    /** The plan with its changes, each on top of those before it. */
    Plan changed() {
        Value value = design.settings().get("changes").orElse(new Value.Nothing());
        if (value instanceof Value.Nothing) return plan;
        if (!(value instanceof Value.Items items) || items.items().size() > MOST) {
            error(PATH, "compile.not-a-list.changes", MOST, EXAMPLE);
            return plan;
        }
        List<Written> written = new ArrayList<>();
        for (int i = 0; i < items.items().size(); i++)
            read(PATH + "[" + i + "]", items.items().get(i)).ifPresent(written::add);
        written.sort(Comparator.comparingLong(Written::at));
        return batch(written) ? plan : plan.with(all(written), plan.recovery());
    }

    private boolean batch(List<Written> written) {
        Optional<Value> mode = design.settings().get("mode");
        boolean batch = mode.isPresent() && mode.get().equals(Value.of("batch")) && !written.isEmpty();
        if (batch) out.accept(Problem.warning(Location.setting("", PATH), "compile.batch"));
        return batch;
    }

    private Optional<Written> read(String place, Value value) {
        if (!(value instanceof Value.Group group)) {
            error(place, "compile.not-a-group", value.kind(), EXAMPLE);
            return Optional.empty();
        }
        OptionalLong at = plan.clock().parse(text(group, "at"));
        if (at.isEmpty()) error(place + ".at", "compile.not-a-time.change");
        String setting = text(group, "setting");
        if (setting.isEmpty()) error(place + ".setting", "compile.missing.setting");
        for (String name : group.fields().keySet())
            if (!KNOWN.contains(name))
                out.accept(Problem.warning(Location.setting("", place + "." + name),
                        "compile.unknown-setting.change", name, Suggestion.of(name, KNOWN)));
        if (at.isEmpty() || setting.isEmpty()) return Optional.empty();
        return Optional.of(new Written(place, Math.max(at.getAsLong(), plan.clock().start()), text(group, "node"),
                setting, group.get("value").orElse(new Value.Nothing())));
    }

    private static String text(Value.Group group, String name) {
        return group.get(name).orElse(new Value.Nothing()) instanceof Value.Text t ? t.text() : "";
    }

    private List<Change> all(List<Written> written) {
        List<Change> changes = new ArrayList<>();
        Plan before = plan;
        for (Written w : written) {
            Optional<Plan> after = after(before, w);
            if (after.isEmpty()) continue;
            change(before, after.get(), w).ifPresent(changes::add);
            before = after.get();
        }
        return changes;
    }

    /** The plan of the design with the value set; empty if it is wrong, which is told. */
    private Optional<Plan> after(Plan before, Written w) {
        Optional<String> head = head(w);
        if (head.isEmpty()) return Optional.empty();
        if (head.get().equals(RUN) && !OF_THE_RUN.contains(w.setting)) {
            error(w.place + ".setting", "compile.holds-throughout", w.setting,
                    String.join(", ", OF_THE_RUN.stream().sorted().toList()));
            return Optional.empty();
        }
        Outcome<Design> set = DesignPaths.set(before.design(), w.path(head.get()), w.value);
        set.errors().forEach(p -> out.accept(p.at(Location.setting("", w.place + ".setting"))));
        return set.value().flatMap(d -> compiled(d, w));
    }

    private Optional<Plan> compiled(Design changed, Written w) {
        Problems problems = new Problems();
        Plan after = Compiler.plan(changed, files, problems);
        boolean wrong = false;
        for (Problem p : problems.all()) {
            boolean own = p.where().setting().startsWith(w.setting) || p.where().setting().endsWith(w.setting);
            boolean unknown = own && p.code().equals("unknown-setting");
            if (!unknown && !p.isError()) continue;
            out.accept(passedOn(p, own, Location.setting("", w.place + (unknown ? ".setting" : ".value"))));
            wrong = true;
        }
        return wrong ? Optional.empty() : Optional.of(after);
    }

    /** What is wrong with the changed design, as an error of the change. */
    private static Problem passedOn(Problem p, boolean own, Location where) {
        String message = own ? p.message() : Sentences.of("compile.words.wrong-with-it", p.where(), p.message());
        String fix = p.fix().orElseGet(() -> Sentences.of("compile.words.take-it-out"));
        return new Problem(Problem.Severity.ERROR, where, p.code(), message, Optional.of(fix), Optional.empty(),
                p.meant());
    }

    /** How the path of the owner begins; empty if there is none, which is told. */
    private Optional<String> head(Written w) {
        if (w.owner.isEmpty()) return Optional.of(RUN);
        if (design.node(w.owner).isPresent()) return Optional.of(w.owner);
        for (int i = 0; i < design.wires().size(); i++)
            if (design.wires().get(i).id().equals(w.owner)) return Optional.of("wires[" + i + "]");
        List<String> known = new ArrayList<>(design.nodes().stream().map(n -> n.id()).toList());
        known.addAll(design.wires().stream().map(Wire::id).toList());
        error(w.place + ".node", "compile.unknown-node.or-wire", w.owner, Suggestion.of(w.owner, known));
        return Optional.empty();
    }

    private Optional<Change> change(Plan before, Plan after, Written w) {
        String owner = w.owner.isEmpty() ? RUN : w.owner;
        ChangeRules rules = new ChangeRules(before, after, w.setting);
        Optional<ChangeRules.Refusal> refusal = rules.refusal(w.owner);
        if (refusal.isPresent()) {
            error(w.place + ".setting", refusal.get().key(), w.setting, refusal.get().node());
            return Optional.empty();
        }
        return what(after, w).map(what -> new Change(w.at, what, owner + "." + w.setting,
                words(before.design(), w), words(after.design(), w)));
    }

    /** Nothing, if the owner is left out of the run. */
    private Optional<What> what(Plan after, Written w) {
        if (w.owner.isEmpty()) return Optional.of(new What.OfRun(after.recovery()));
        int node = after.nodeNumber(w.owner);
        if (node >= 0)
            return Optional.of(new What.OfNode(node, after.nodes().get(node), ChangeRules.rows(w.setting)));
        for (int i = 0; i < after.wires().size(); i++)
            if (after.wires().get(i).id().equals(w.owner))
                return Optional.of(new What.OfWire(i, after.wires().get(i)));
        return Optional.empty();
    }

    /** The value as it stands in the design, else what is usual. */
    private static String words(Design design, Written w) {
        Optional<Value> given = DesignPaths.get(design, w.path(w.owner.isEmpty() ? RUN : w.owner));
        Value value = given.or(() -> usual(design, w)).orElse(new Value.Nothing());
        return value instanceof Value.Text t ? t.text() : value instanceof Value.Nothing ? "" : ValueText.of(value);
    }

    private static Optional<Value> usual(Design design, Written w) {
        List<Setting> form = w.owner.isEmpty() ? RunForm.run()
                : design.node(w.owner).flatMap(n -> Catalog.find(n.type())).map(t -> t.form()).orElse(List.of());
        return form.stream().filter(s -> s.path().equals(w.setting)).findFirst().flatMap(Setting::usual);
    }

    private void error(String place, String key, Object... parts) {
        out.accept(Problem.error(Location.setting("", place), key, parts));
    }
}
