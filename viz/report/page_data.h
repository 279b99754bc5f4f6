#pragma once
// Everything the page of a report shows, as one JSON document made from a saved run.
// Keys: format (this layout), run (park, scenario, criteria, dates, version, seed, results_hash, map, counts of records, timings),
// directions (id, class, name, of the criteria pack), clauses (as in scorecard.json, and of the pack: text, kind, evidence asked for),
// pictures (caption, uri: a data URI), tables (table_json.h), notes (part of the results, kind, place, text). Texts in both languages are
// {en, zh}. result_tables (described_tables.h, also packed as there), phases (as in plan.json, without targets), comparison:
// null or {runs, tables (compare_tables.h)}. twin: head of viz/twin/twin.h with its bytes as Base64, or null.
#include <string>
#include <vector>

#include "engine/criteria/pack.h"
#include "engine/storage/storage.h"
#include "viz/report/table_json.h"
#include "viz/twin/twin.h"

namespace parktwin::viz::report {

struct Illustration {
  Phrase caption;
  std::string media_type;  ///< "image/jpeg"
  std::string bytes;
};

/// Directions and clauses the pack does not have keep their ids as names: pass an empty pack when it is gone.
[[nodiscard]] Json page_data(const storage::SavedRun& run, const criteria::Pack& pack, const std::vector<Illustration>& pictures);

/// Member "twin" of the page's data.
[[nodiscard]] Json twin_data(twin::Packed packed);

}  // namespace parktwin::viz::report
