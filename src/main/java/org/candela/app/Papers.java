package org.candela.app;

import java.nio.file.Path;
import org.candela.base.AppPaths;
import org.candela.base.CandelaException;
import org.candela.cli.PapersCommand;
import org.candela.practice.PaperShelf;

/** Where the reader's papers are on this workstation. */
record Papers(AppPaths paths) implements PapersCommand.Documents {
    @Override
    public String keep(Path file) throws CandelaException {
        return new PaperShelf(paths.papers()).keep(file);
    }

    @Override
    public Path compactList() {
        return paths.compactList();
    }
}
