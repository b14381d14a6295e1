package io.brigade.menu.file;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The forms a carte comes in as a file. */
enum Format {
    JSON {
        @Override
        CarteFile read(ObjectMapper json, String text, ImportErrors errors) {
            return JsonFile.read(json, text, errors);
        }
    };

    abstract CarteFile read(ObjectMapper json, String text, ImportErrors errors);
}
