#include "engine/sweep/sweep.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <mutex>

#include "engine/core/errors.h"
#include "engine/core/hash.h"
#include "engine/core/nearest_name.h"
#include "engine/criteria/metrics.h"
#include "engine/run/live_run.h"

namespace parktwin::sweep {
namespace {

std::vector<double> outputs_from(const std::vector<criteria::Verdict>& verdicts) {
  std::vector<double> outputs;
  for (const auto& verdict : verdicts) outputs.push_back(verdict.value.value_or(std::numeric_limits<double>::quiet_NaN()));
  outputs.push_back(static_cast<double>(
      std::count_if(verdicts.begin(), verdicts.end(), [](const auto& verdict) { return verdict.status == criteria::Status::met; })));
  return outputs;
}

/// What one worker keeps from scenario to scenario.
struct Live {
  explicit Live(const Subject& subject) : run(subject.tables, nullptr, criteria::extent_of(subject.pack)) {}
  LiveRun run;
  criteria::LiveAssessment judge;
};

std::vector<double> judged(const std::vector<FieldValue>& fields, const Subject& subject, Live& live) {
  const Scenario scenario = read_scenario_with(subject.scenario, fields);
  const Park park = apply_phases(subject.park, scenario.changes).back();
  Progress untold;  // a scenario is short; stops are between two
  const Results& results = live.run.update(park, scenario.options, scenario.seed, untold);
  return outputs_from(live.judge.assess(results, park, subject.pack, subject.assessed_on));
}

storage::SweepRow row_of(std::size_t scenario, const std::vector<FieldValue>& fields, const Subject& subject, Live& live) {
  storage::SweepRow row{scenario, {}, {}};
  try {
    row.values = judged(fields, subject, live);
  } catch (const InputError& error) {
    row.failure = to_string(error.problems().front());
  } catch (const std::exception& error) {
    row.failure = error.what();
  }
  if (row.values.empty() && row.failure.empty()) row.failure = "gave no outputs";
  return row;
}

}  // namespace

criteria::Pack asked_of(const ReadPlan& read, criteria::Pack pack) {
  const auto& asked = read.plan.clauses;
  if (asked.empty()) return pack;
  std::vector<std::string_view> known;
  for (const auto& clause : pack.clauses) known.emplace_back(clause.id);
  Problems problems;
  for (const auto& id : asked) {
    if (std::ranges::find(known, id) != known.end()) continue;
    const std::string_view meant = nearest_name(id, known);
    problems.add(read.file, "clauses", fmt::format("no clause {}{}", id, meant.empty() ? "" : fmt::format("; did you mean {}?", meant)));
  }
  problems.throw_if_any();
  std::erase_if(pack.clauses, [&](const criteria::Clause& clause) { return std::ranges::find(asked, clause.id) == asked.end(); });
  return pack;
}

std::vector<std::string> outputs_of(const criteria::Pack& pack) {
  std::vector<std::string> outputs;
  for (const auto& clause : pack.clauses) outputs.push_back(clause.id);
  outputs.emplace_back("clauses_met");
  return outputs;
}

storage::SweepHeader header_of(const ReadPlan& read, const Subject& subject, const std::vector<std::string>& inputs) {
  storage::SweepHeader header{read.plan.name, read.text, {}, {}, outputs_of(subject.pack), {}, {}};
  const std::uint64_t own_seed = read_scenario(subject.scenario).seed;
  for (const Factor& factor : read.plan.factors) header.factors.push_back(factor.name);
  for (Sample& sample : samples_of(read.plan)) {
    header.samples.push_back(std::move(sample.values));
    header.seeds.push_back(sample.seed.value_or(own_seed));
  }
  Hasher hasher;
  hasher.add(read.text);
  hasher.add(content_hash_of(subject.park).hex());
  hasher.add(subject.assessed_on);
  hasher.add(inputs);
  header.identity = hasher.digest().hex();
  return header;
}

void carry_out(const SweepPlan& plan, const Subject& subject, storage::SweepFile& file, Executor& executor, Progress& progress) {
  const std::vector<Sample> samples = samples_of(plan);
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    if (!file.rows().contains(i)) open.push_back(i);
  }
  progress.begin("scenarios", open.size());
  std::mutex keeping;
  const auto make_worker = [&]() -> Worker {
    const auto live = std::make_shared<Live>(subject);
    return [&, live](std::size_t scenario) {
      const auto row = row_of(scenario, fields_of(plan, samples[scenario]), subject, *live);
      const std::scoped_lock lock(keeping);
      file.append(row);
      if (!progress.stop_requested()) progress.advance();
    };
  };
  executor.run(open, make_worker, [&progress] { return progress.stop_requested(); });
  if (progress.stop_requested()) throw Interrupted();
}

}  // namespace parktwin::sweep
