package io.github.paradigmreporting.jdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperExportManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperPrintManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The report we ship as an example: parameters, a sum, a chart, a PDF. */
class JasperReportsIT {
    private final Instance instance = new Instance();

    @BeforeAll
    static void drawWithoutAScreen() {
        System.setProperty("java.awt.headless", "true");
    }

    @AfterEach
    void stop() {
        instance.close();
    }

    @Test
    void fillsTheExampleAndDrawsItsChart() throws Exception {
        JasperPrint print;
        try (Connection connection = instance.connect()) {
            print = JasperFillManager.fillReport(
                    JasperCompileManager.compileReport("../jdbc-driver/tools/jasperreports/usage.jrxml"),
                    new HashMap<>(Map.of("From", Date.valueOf(Instance.FROM), "To", Date.valueOf(Instance.TO))),
                    connection);
        }

        List<JRPrintElement> elements = print.getPages().stream()
                .flatMap(page -> page.getElements().stream())
                .toList();
        List<String> texts = elements.stream()
                .filter(JRPrintText.class::isInstance)
                .map(element -> ((JRPrintText) element).getFullText())
                .toList();
        assertThat(texts).contains("2026-03-01", "2026-03-31", "Total: " + instance.sessions());
        assertThat(elements).anyMatch(JRPrintImage.class::isInstance);
        byte[] pdf = JasperExportManager.exportReportToPdf(print);
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(coloursOfTheChart(print))
                .as("a line and an axis, not an empty frame")
                .isGreaterThan(4);
    }

    /** Different colours on the page of the chart, below its text. */
    private static long coloursOfTheChart(JasperPrint print) throws Exception {
        int last = print.getPages().size() - 1;
        BufferedImage page = (BufferedImage) JasperPrintManager.printPageToImage(print, last, 1f);
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        return java.util.Arrays.stream(pixels).distinct().count();
    }
}
