#include "engine/simulators/services/identifiers/chain_model.h"

#include <algorithm>

#include "engine/core/check.h"

namespace parktwin::services::identifiers {

using kernel::Nanoseconds;

namespace {

std::optional<DailyProfile> profile(const Input& input, double per_day) {
  if (per_day < 1e-9) return std::nullopt;  // less than one in the longest of runs; dividing by it would come to nothing
  return DailyProfile(input.hourly_weights, per_day);
}

std::vector<TimedNode> timed(const std::vector<Node>& nodes) { return {nodes.begin(), nodes.end()}; }

}  // namespace

ChainModel::ChainModel(const Input& input, const Options& options, const Catalogue& catalogue, std::uint32_t replica)
    : input_(input),
      options_(options),
      catalogue_(catalogue),
      warm_up_(nanoseconds(86'400.0 * options.warm_up_days)),
      end_(warm_up_ + std::max<Nanoseconds>(1, nanoseconds(86'400.0 * options.days))),
      timeout_(nanoseconds(1e-3 * options.timeout_ms)),
      client_round_trip_(nanoseconds(1e-3 * input.client_round_trip_ms)),
      top_(timed(input.top)),
      secondary_(timed(input.secondary)),
      asks_(profile(input, input.resolutions_per_day)),
      batches_(profile(input, input.batches_per_day)),
      registers_(profile(input, input.registrations_per_day)),
      ask_times_(options.seed, 0, replica),
      ask_choices_(options.seed, 1, replica),
      batch_draws_(options.seed, 2, replica),
      flood_draws_(options.seed, 3, replica),
      register_times_(options.seed, 4, replica),
      services_(options.seed, 5, replica),
      cache_(catalogue.size(), options.cache_entries, nanoseconds(options.cache_ttl_s)) {
  for (const auto& enterprise : input.enterprises) {
    enterprise_.emplace_back();
    if (enterprise.own_node) enterprise_.back().emplace_back(*enterprise.own_node);
  }
  for (std::size_t i = 0; i < secondary_.size(); ++i)
    stations_.emplace_back(options.secondary_servers, options.secondary_waiting_places, warm_up_);
  std::size_t sources = input.clients;
  for (const auto& flood : input.floods) {
    first_source_.push_back(sources);
    sources += flood.sources;
  }
  flood_sent_.resize(input.floods.size());
  if (options.bucket) buckets_.assign(sources, TokenBucket(options.bucket->rate_per_s, options.bucket->burst));
  if (asks_) queue_.add(asks_->next(0, ask_times_.exponential()), Ask{});
  if (batches_) queue_.add(batches_->next(0, batch_draws_.exponential()), Batch{});
  if (registers_) queue_.add(registers_->next(0, register_times_.exponential()), Register{});
  for (std::uint32_t i = 0; i < input.floods.size(); ++i) queue_.add(nanoseconds(input.floods[i].from_s), FloodQuery{i});
  queue_.add(nanoseconds(options.synchronisation_interval_s), Synchronise{});
}

Replica ChainModel::run() {
  result_.events = kernel::run(queue_, end_, *this);
  Counts& counts = result_.counts;
  const std::uint64_t finished = counts.answered + counts.refused + counts.top_unreachable + counts.secondary_unreachable +
                                 counts.secondary_full + counts.enterprise_unreachable;
  std::vector<char> open(queries_.size(), 1);
  for (const std::uint32_t index : unused_) open[index] = 0;
  for (std::size_t i = 0; i < queries_.size(); ++i) {
    counts.unfinished += open[i] != 0 && queries_[i].kind == Kind::client && counted(queries_[i].asked) ? 1 : 0;
  }
  PARKTWIN_CHECK(counts.asked == finished + counts.unfinished, "a query was lost or counted twice");
  for (auto& station : stations_) result_.secondary.push_back(station.close(end_));
  if (counts.answered > 0) result_.mean_latency_ms = 1e-6 * latency_sum_ns_ / static_cast<double>(counts.answered);
  return result_;
}

void ChainModel::on(Nanoseconds now, Ask event) {
  queue_.add(asks_->next(now, ask_times_.exponential()), event);
  const std::size_t client = ask_choices_.below(input_.clients);
  resolve(now, Kind::client, catalogue_.popular(ask_choices_), client);
}

void ChainModel::on(Nanoseconds now, Batch event) {
  queue_.add(batches_->next(now, batch_draws_.exponential()), event);
  const auto first = static_cast<std::uint32_t>(batch_draws_.below(catalogue_.size()));
  const std::uint32_t left = std::min(input_.batch_size, catalogue_.owner_end(first) - first);
  on(now, Scan{first, left, static_cast<std::uint32_t>(batch_draws_.below(input_.clients))});
}

void ChainModel::on(Nanoseconds now, const Scan& scan) {
  resolve(now, Kind::client, scan.identifier, scan.client);
  if (scan.left > 1) queue_.add(now + nanoseconds(1e-3 * input_.batch_gap_ms), Scan{scan.identifier + 1, scan.left - 1, scan.client});
}

void ChainModel::on(Nanoseconds now, FloodQuery event) {
  const Flood& flood = input_.floods[event.flood];
  if (now >= nanoseconds(flood.until_s)) return;
  queue_.add(now + std::max<Nanoseconds>(1, nanoseconds(1.0 / flood.queries_per_s)), event);
  const std::size_t source = first_source_[event.flood] + flood_sent_[event.flood]++ % flood.sources;
  const bool forged = flood_draws_.uniform() < flood.forged_share;
  resolve(now, forged ? Kind::forged : Kind::flood, forged ? 0 : catalogue_.popular(flood_draws_), source);
}

void ChainModel::on(Nanoseconds now, Register event) {
  queue_.add(registers_->next(now, register_times_.exponential()), event);
  result_.counts.registrations += counted(now) ? 1 : 0;
  to_secondary(now, {now, 0, 0, Kind::registration});
}

void ChainModel::resolve(Nanoseconds now, Kind kind, std::uint32_t identifier, std::size_t source) {
  const Query query{now, identifier, 0, kind};
  if (counted(now)) ++(kind == Kind::client ? result_.counts.asked : result_.counts.flood_queries);
  if (!buckets_.empty() && !buckets_[source].admit(now)) {
    if (counted(now)) ++(kind == Kind::client ? result_.counts.refused : result_.counts.flood_refused);
    return;
  }
  if (kind != Kind::forged && cache_.look_up(now, identifier)) {
    if (kind == Kind::client && counted(now)) ++result_.counts.from_cache;
    answered(query, 0);
    return;
  }
  if (const auto known = delegation_known(now)) {
    to_secondary(*known, query);
  } else {
    fail(query, &Counts::top_unreachable);
  }
}

/// When the recursive node knows who is responsible: now, or after asking a top node. Questions meanwhile wait for the same answer.
std::optional<Nanoseconds> ChainModel::delegation_known(Nanoseconds now) {
  if (now >= delegation_until_) {
    const auto contact = reach(top_, now, timeout_);
    if (!contact) return std::nullopt;
    delegation_from_ = contact->asked_at + top_[contact->node].round_trip;
    delegation_until_ = delegation_from_ + nanoseconds(options_.delegation_ttl_s);
  }
  return std::max(now, delegation_from_);
}

void ChainModel::to_secondary(Nanoseconds now, const Query& query) {
  const auto contact = reach(secondary_, now, timeout_);
  if (!contact) {
    fail(query, &Counts::secondary_unreachable);
    return;
  }
  const std::uint32_t index = keep(query);
  queries_[index].node = contact->node;
  queue_.add(contact->asked_at + secondary_[contact->node].round_trip / 2, AtSecondary{index});
}

void ChainModel::on(Nanoseconds now, AtSecondary event) {
  const Query query = queries_[event.query];
  const auto arrival = stations_[query.node].arrive(now, event.query);
  if (arrival.admission == kernel::Admission::served) serve(now, {query.node, arrival.server});
  if (arrival.admission != kernel::Admission::refused) return;
  fail(query, &Counts::secondary_full);
  forget(event.query);
}

void ChainModel::serve(Nanoseconds now, Served event) {
  queue_.add(now + services_.exponential_ns(1e6 * options_.secondary_service_ms), event);
}

void ChainModel::on(Nanoseconds now, Served event) {
  const auto departure = stations_[event.node].leave(now, event.server);
  if (departure.next_begins) serve(now, event);
  const std::uint32_t index = departure.visit.customer;
  const Query query = queries_[index];
  if (query.kind == Kind::client || query.kind == Kind::flood) {
    const TimedNode& node = secondary_[query.node];
    to_enterprise(now + node.round_trip - node.round_trip / 2, index);
    return;
  }
  forget(index);
  if (query.kind == Kind::forged) return;
  unsynchronised_.push_back({now, counted(query.asked)});
  result_.counts.registered += counted(query.asked) ? 1 : 0;
  if (counted(now)) result_.counts.longest_backlog = std::max<std::uint64_t>(result_.counts.longest_backlog, unsynchronised_.size());
}

void ChainModel::to_enterprise(Nanoseconds now, std::uint32_t index) {
  const auto& nodes = enterprise_[catalogue_.owner(queries_[index].identifier)];
  if (nodes.empty()) {
    queue_.add(now, Answer{index});
  } else if (const auto contact = reach(nodes, now, timeout_)) {
    queue_.add(contact->asked_at + nodes.front().round_trip + nanoseconds(1e-3 * options_.enterprise_service_ms), Answer{index});
  } else {
    fail(queries_[index], &Counts::enterprise_unreachable);
    forget(index);
  }
}

void ChainModel::on(Nanoseconds now, Answer event) {
  const Query query = queries_[event.query];
  forget(event.query);
  cache_.put(now, query.identifier);
  answered(query, now - query.asked);
}

void ChainModel::answered(const Query& query, Nanoseconds latency) {
  if (query.kind != Kind::client || !counted(query.asked)) return;
  ++result_.counts.answered;
  latency_sum_ns_ += static_cast<double>(latency + client_round_trip_);
  result_.latency.add(latency + client_round_trip_);
}

void ChainModel::fail(const Query& query, Tally reason) {
  if (!counted(query.asked)) return;
  if (query.kind == Kind::client) ++(result_.counts.*reason);
  if (query.kind == Kind::registration) ++result_.counts.registrations_failed;
}

/// All that waits goes in one message; when no top node is up it waits for the next time.
void ChainModel::on(Nanoseconds now, Synchronise event) {
  queue_.add(now + nanoseconds(options_.synchronisation_interval_s), event);
  const auto contact = reach(top_, now, timeout_);
  if (!contact) return;
  const Nanoseconds known = contact->asked_at + top_[contact->node].round_trip / 2;
  if (known >= end_) return;
  for (const auto& registered : unsynchronised_) {
    if (!registered.counted) continue;
    ++result_.counts.synchronised;
    result_.synchronisation.add(known - registered.at);
  }
  unsynchronised_.clear();
}

std::uint32_t ChainModel::keep(const Query& query) {
  if (unused_.empty()) {
    queries_.push_back(query);
    return static_cast<std::uint32_t>(queries_.size() - 1);
  }
  const std::uint32_t index = unused_.back();
  unused_.pop_back();
  queries_[index] = query;
  return index;
}

}  // namespace parktwin::services::identifiers
