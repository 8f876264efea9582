package org.vigil.testkit;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Closes the windows after each test, and pictures them first where it failed. */
final class BrowserWindows implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext test) {
        try {
            test.getExecutionException()
                    .ifPresent(failure -> Browser.picture(
                            test.getRequiredTestClass().getSimpleName() + "-" + test.getRequiredTestMethod().getName()));
        } finally {
            Browser.closeAll();
        }
    }
}
