#pragma once
// What a park holds: name, area, number of records of every part, assumed values, notes. The text says once what is noted of several
// records alike, with their count and the first of them; the JSON lists every note.
#include <string>

#include "cli/session.h"
#include "importers/park_folder/park_folder.h"

namespace parktwin::cli {

[[nodiscard]] std::string park_summary_text(const importers::LoadedPark& loaded, const Session& session);
[[nodiscard]] std::string park_summary_json(const importers::LoadedPark& loaded);

}  // namespace parktwin::cli
