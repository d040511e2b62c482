package millrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.controlsfx.control.textfield.TextFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The ground the window's tests stand on: a stage without a display, clicks, pictures, the libraries' styles. */
@ExtendWith(ApplicationExtension.class)
class HeadlessTest {
    private Button button;
    private int clicks;

    @Start
    void start(Stage stage) {
        Application.setUserAgentStylesheet(new atlantafx.base.theme.PrimerLight().getUserAgentStylesheet());
        button = new Button("Run");
        button.setOnAction(event -> clicks++);
        stage.setScene(new Scene(button, 200, 100));
        stage.sizeToScene();
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @Test
    void clicksReachAButton(FxRobot robot) {
        robot.clickOn(button);
        assertEquals(1, clicks);
    }

    @Test
    void aSceneCanBePictured(FxRobot robot) {
        var colour = new Color[1];
        robot.interact(() -> colour[0] = button.getScene().snapshot(null).getPixelReader().getColor(2, 50));
        assertEquals(1, colour[0].getOpacity());
    }

    @Test
    void controlsFxReachesJavaFx(FxRobot robot) {
        robot.interact(() -> TextFields.bindAutoCompletion(TextFields.createClearableTextField(), "tumbling"));
    }
}
