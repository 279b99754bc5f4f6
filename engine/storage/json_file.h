#pragma once
// A JSON file of a run folder as a document.
#include <filesystem>
#include <string>

#include "engine/storage/described_json.h"

namespace parktwin::storage {

/// Throws InputError when it is missing or not JSON; `expected` says what it should be: "the scorecard of a run".
[[nodiscard]] Json read_json(const std::filesystem::path& file, const std::string& expected);

}  // namespace parktwin::storage
