#include "engine/simulators/wired/failures/failures.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/simulators/wired/failures/memory.h"
#include "engine/simulators/wired/failures/protection.h"
#include "engine/simulators/wired/failures/survey.h"

namespace parktwin::wired::failures {
namespace {

constexpr std::size_t names_told = 3;

template <class T>
void tell(std::string& text, const std::vector<Id<T>>& lost, const Table<T>& table, const char* one, const char* many) {
  if (lost.empty()) return;
  text += fmt::format("{}{} {} (", text.empty() ? "" : ", ", lost.size(), lost.size() == 1 ? one : many);
  for (std::size_t i = 0; i < std::min(lost.size(), names_told); ++i) text += (i > 0 ? ", " : "") + table[lost[i]].id;
  text += lost.size() > names_told ? ", …)" : ")";
}

/// The most harmful failures; several that cost the same in the same way (cables and ducts on one route) are told once.
void note_worst(const Park& park, const Options& options, Result& result) {
  std::set<std::tuple<RiskKind, std::vector<Id<Enterprise>>, std::vector<Id<NetworkService>>, std::vector<Id<RadioSite>>>> told;
  for (const Failure& failure : result.failures) {
    if (told.size() >= static_cast<std::size_t>(options.failures_noted)) break;
    std::string lost;
    tell(lost, failure.enterprises, *park.enterprises, "enterprise", "enterprises");
    tell(lost, failure.services, *park.network_services, "network service", "network services");
    tell(lost, failure.sites, *park.radio_sites, "radio site", "radio sites");
    if (lost.empty() || !told.emplace(failure.kind, failure.enterprises, failure.services, failure.sites).second) continue;
    const std::string also = failure.same > 0 ? fmt::format("; {} more of its kind take down the same links", failure.same) : "";
    result.notes.push_back({NoteKind::information, fmt::format("{} {}", name_of(failure.kind), failure.id),
                            fmt::format("Its failure cuts off {}{}.", lost, also)});
  }
}

void note_limits(const Park& park, Result& result) {
  const auto open = std::count_if(result.protections.begin(), result.protections.end(),
                                  [](const Protection& row) { return row.availability < row.availability_upper; });
  if (open > 0) {
    result.notes.push_back({NoteKind::warning, "availability",
                            fmt::format("The availability of {} enterprises is given as bounds, the effort allowed was used up.", open)});
  }
  const bool fed = std::any_of(park.network_nodes->begin(), park.network_nodes->end(), [](const NetworkNode& n) { return n.bus.valid(); });
  if (fed) {
    result.notes.push_back({NoteKind::assumption, "power",
                            "Nodes fail when all buses that feed them are dark; batteries and generators of their own are not counted."});
  }
}

}  // namespace

Result simulate(const Park& park, const Options& options) {
  Memory memory;
  return simulate(park, layered_network(park), options, memory);
}

Result simulate(const Park& park, const LayeredNetwork& network, const Options& options, Memory& memory) {
  memory.bounds().begin();
  const Census census(network);
  Survey survey(park, network, census, memory.outages(park, options.pairs ? options.pairs_looked_at : 0));
  Result result;
  result.failures = survey.failures();
  result.protections = protections(park, options, network, census, survey.singles(), memory.bounds());
  note_worst(park, options, result);
  for (const PairClass of : {PairClass::links, PairClass::nodes, PairClass::groups}) {
    if (!options.pairs) break;
    Survey::Pairs pairs = survey.pairs(of, options);
    result.pair_counts.push_back(pairs.count);
    std::move(pairs.worst.begin(), pairs.worst.end(), std::back_inserter(result.pairs));
    if (pairs.not_looked_at > 0) {
      result.notes.push_back({NoteKind::warning, fmt::format("pairs of {}", name_of(of)),
                              fmt::format("{} pairs that may cut off more together than alone were not looked at.", pairs.not_looked_at)});
    }
  }
  note_limits(park, result);
  return result;
}

}  // namespace parktwin::wired::failures
