package millrace.app.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ChoiceBox;
import javafx.util.StringConverter;
import millrace.app.compare.Compared.Pair;
import millrace.app.text.Texts;

/** Which two of more than two runs are seen and held against each other: every two, or two of them. */
final class PairChoice extends ChoiceBox<PairChoice.Choice> {
    private Runnable onChosen = () -> {};
    private boolean own;

    /** @param words with how many differences there are */
    record Choice(Optional<Pair> pair, String words) {}

    PairChoice() {
        getStyleClass().add("pair-choice");
        setMaxWidth(Double.MAX_VALUE);
        setAccessibleText(Texts.of("compare.pairs"));
        setConverter(new Words());
        getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null && !own) onChosen.run();
        });
    }

    void setOnChosen(Runnable hear) {
        onChosen = hear;
    }

    /** Keeps what was chosen, where that is there again. */
    void show(Compared compared) {
        Optional<Pair> kept = chosen();
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(Optional.empty(),
                Texts.of("compare.all", counted(compared.differences().size()))));
        if (compared.sides().size() > 2)
            compared.pairs().forEach(p -> choices.add(new Choice(Optional.of(p), words(compared, p))));
        own = true;
        getItems().setAll(choices);
        setValue(choices.stream().filter(c -> c.pair().equals(kept)).findFirst().orElse(choices.getFirst()));
        own = false;
    }

    /** Back to every two. */
    void all() {
        getSelectionModel().selectFirst();
    }

    /** What is chosen, in words. */
    String words() {
        return getValue() == null ? "" : getValue().words();
    }

    private static String words(Compared compared, Pair pair) {
        return Texts.of("compare.between", compared.sides().get(pair.left()).title(),
                compared.sides().get(pair.right()).title(), counted(compared.of(pair).size()));
    }

    private static String counted(int count) {
        return Texts.counted("compare.count", count);
    }

    Optional<Pair> chosen() {
        return Optional.ofNullable(getValue()).flatMap(Choice::pair);
    }

    private static final class Words extends StringConverter<Choice> {
        @Override
        public String toString(Choice choice) {
            return choice == null ? "" : choice.words();
        }

        @Override
        public Choice fromString(String words) {
            return new Choice(Optional.empty(), words);
        }
    }
}
