package org.vigil.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads what each package of the console says of itself. Tests have descriptions of their own in packages of the same
 * name; they stand first on the class path, and would hide which rooms a module opens and what it may depend on.
 */
final class MainPackages extends ClassLoader {

    private static final Path CLASSES = Path.of("target/classes");

    MainPackages(ClassLoader parent) {
        super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        var file = CLASSES.resolve(name.replace('.', '/') + ".class");
        if (!name.startsWith("org.vigil.") || !name.endsWith(".package-info") || !Files.exists(file)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            var known = findLoadedClass(name);
            return known != null ? known : define(name, file);
        }
    }

    private Class<?> define(String name, Path file) {
        try {
            var bytes = Files.readAllBytes(file);
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
