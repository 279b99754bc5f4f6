// One link of the reference park out of service, until the new wired results and the figures of the clauses that rest on them.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <set>
#include <string>

#include "engine/criteria/criteria.h"
#include "engine/simulators/wired/live_network.h"
#include "importers/park_folder/park_folder.h"

namespace parktwin {
namespace {

const std::string source = PARKTWIN_SOURCE_DIR;

/// Every clause that wired results decide alone; the coverage of enterprises by fixed line.
criteria::Pack wired_clauses() {
  criteria::Pack pack = criteria::read_pack(source + "/data/criteria/miit-2021.yaml");
  for (criteria::Clause& clause : pack.clauses) {
    if (clause.metric == "access.enterprises") clause.metric = "access.enterprises_fixed";
    clause.alternatives.clear();
  }
  std::erase_if(pack.clauses, [](const criteria::Clause& clause) {
    return clause.metric != "access.enterprises_fixed" && !clause.metric.starts_with("ipv6.");
  });
  return pack;
}

Park without_link(const Park& park, std::size_t link) {
  auto links = park.network_links->records();
  links[link].operational = false;
  Park changed = park;
  changed.network_links = Part(Table(std::move(links)));
  return changed;
}

struct Figures {
  Results results;
  std::vector<criteria::Verdict> verdicts;
};

Figures figures(wired::LiveNetwork& live, const Park& park, const criteria::Pack& pack) {
  live.update(park);
  Figures made;
  made.results.wired = live.take_result();
  made.verdicts = criteria::assess(made.results, park, pack, "2026-11-22");
  return made;
}

/// Equal to results from scratch, and the accesses lost are those that the survey before named for this link.
bool right(const Park& park, const wired::Result& before, std::size_t link, const Figures& found) {
  const Park changed = without_link(park, link);
  if (content_hash(found.results.wired) != content_hash(wired::simulate(changed, {}, 1))) return false;
  std::set<Id<Enterprise>> named;
  for (const auto& failure : before.failures.failures) {
    if (failure.kind != wired::failures::RiskKind::link || failure.id != park.network_links->records()[link].id) continue;
    named.insert(failure.enterprises.begin(), failure.enterprises.end());
  }
  std::size_t with_access = 0;
  for (std::size_t i = 0; i < park.enterprises->size(); ++i) {
    const auto reached = [&](const wired::Result& result) { return result.topology.enterprises[i].node.valid(); };
    const bool lost = reached(before) && !reached(found.results.wired);
    if (lost != named.contains(Id<Enterprise>(i))) return false;
    with_access += found.results.wired.topology.enterprises[i].state == wired::topology::AccessState::served ? 1 : 0;
  }
  const auto covered =
      std::find_if(found.verdicts.begin(), found.verdicts.end(), [](const auto& verdict) { return verdict.id == "K1-Q1"; });
  return found.verdicts.size() == 2 && covered != found.verdicts.end() && covered->numerator &&
         *covered->numerator >= static_cast<double>(with_access);
}

void what_if_link(benchmark::State& state) {
  const Park park = importers::read_park_folder(source + "/data/reference-park").park;
  const auto pack = wired_clauses();
  wired::LiveNetwork live(park, {}, 1);
  const wired::Result before = live.result();
  const std::size_t links = park.network_links->size();
  std::size_t harmful = 0;
  for (std::size_t link = 0; link < links; link += 23) {
    const Figures found = figures(live, without_link(park, link), pack);
    if (!right(park, before, link, found)) {
      state.SkipWithError("the figures without a link differ from those made from scratch or from the survey");
      return;
    }
    harmful += content_hash(found.results.wired.topology) == content_hash(before.topology) ? 0 : 1;
  }
  if (harmful < 10) {
    state.SkipWithError("hardly any link changes anything");
    return;
  }
  std::size_t link = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(figures(live, without_link(park, link), pack));
    link = (link + 101) % links;
  }
  state.counters["what-ifs/s"] = benchmark::Counter(1.0, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(what_if_link)->Name("wired/what_if_link")->Unit(benchmark::kMillisecond)->UseRealTime();

void whole_reference(benchmark::State& state) {
  const Park park = importers::read_park_folder(source + "/data/reference-park").park;
  const wired::Result result = wired::simulate(park, {}, 1);
  const auto groups = std::find_if(result.failures.pair_counts.begin(), result.failures.pair_counts.end(),
                                   [](const auto& count) { return count.of == wired::failures::PairClass::groups; });
  if (groups == result.failures.pair_counts.end() || groups->harmful < 1000 || groups->harmful != groups->looked_at) {
    state.SkipWithError("the sieve of pairs of groups lets more or less through than cuts something off");
    return;
  }
  for (auto _ : state) benchmark::DoNotOptimize(wired::simulate(park, {}, 1));
  state.counters["pairs/s"] = benchmark::Counter(static_cast<double>(groups->pairs), benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(whole_reference)->Name("wired/whole_reference")->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace parktwin
