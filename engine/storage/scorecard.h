#pragma once
// scorecard.json and back: the run it belongs to, how many clauses have which status, one record per clause.
#include <filesystem>
#include <vector>

#include "engine/criteria/verdict.h"
#include "engine/storage/storage.h"

namespace parktwin::storage {

/// The verdicts in scorecard.json. Throws InputError: missing, not JSON, or not the records that scorecard_json writes.
[[nodiscard]] std::vector<criteria::Verdict> read_scorecard(const std::filesystem::path& file);

}  // namespace parktwin::storage
