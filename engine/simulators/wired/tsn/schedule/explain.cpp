#include <algorithm>
#include <numeric>

#include "engine/simulators/wired/tsn/schedule/necessary.h"
#include "engine/simulators/wired/tsn/schedule/schedule.h"

namespace parktwin::wired::tsn::schedule {
namespace {

using Indices = std::vector<std::size_t>;

class Filter {
 public:
  Filter(const Network& network, std::span<const Stream> streams, const Options& options)
      : network_(network), streams_(streams), options_(options) {}

  [[nodiscard]] Result solve(const Indices& kept) const {
    std::vector<Stream> chosen;
    chosen.reserve(kept.size());
    for (const std::size_t i : kept) chosen.push_back(streams_[i]);
    return synthesise(network_, chosen, options_);
  }

  /// Leaves out bites of this size, from the back, whenever the rest still fails.
  void shrink(Indices& kept, std::size_t bite) const {
    for (std::size_t end = kept.size(); end > 0;) {
      const std::size_t begin = end > bite ? end - bite : 0;
      Indices rest(kept.begin(), kept.begin() + static_cast<std::ptrdiff_t>(begin));
      rest.insert(rest.end(), kept.begin() + static_cast<std::ptrdiff_t>(end), kept.end());
      if (!rest.empty() && solve(rest).state != State::scheduled) kept = std::move(rest);
      end = begin;
    }
  }

 private:
  const Network& network_;
  std::span<const Stream> streams_;
  const Options& options_;
};

/// Streams joined to one of these by ports they share, directly or through others.
Indices joined(std::span<const Stream> streams, const Indices& seeds, std::size_t links) {
  std::vector<char> link_in(links, 0);
  std::vector<char> stream_in(streams.size(), 0);
  for (const std::size_t i : seeds) stream_in[i] = 1;
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 0; i < streams.size(); ++i) {
      const auto& path = streams[i].path;
      if (!stream_in[i] && std::none_of(path.begin(), path.end(), [&](std::size_t link) { return link_in[link] != 0; })) continue;
      stream_in[i] = 1;
      for (const std::size_t link : path) {
        changed = changed || !link_in[link];
        link_in[link] = 1;
      }
    }
  }
  Indices result;
  for (std::size_t i = 0; i < streams.size(); ++i) {
    if (stream_in[i]) result.push_back(i);
  }
  return result;
}

}  // namespace

Conflict explain(const Network& network, std::span<const Stream> streams, const Options& options) {
  Options fixed = options;
  if (fixed.cycle_ns <= 0) fixed.cycle_ns = hyperperiod_ns(streams);
  Conflict conflict;
  Indices kept(streams.size());
  std::iota(kept.begin(), kept.end(), std::size_t{0});
  const Filter filter(network, streams, fixed);
  const Result whole = filter.solve(kept);
  if (whole.state == State::scheduled || whole.state == State::unusable) {
    conflict.reason = whole.reason;
    return conflict;
  }
  if (const auto found = disproof(network, streams, fixed.cycle_ns, fixed.clock_error_ns, fixed.wait_in_queues)) {
    kept = found->streams;
  } else {
    Indices near = joined(streams, {whole.unplaced.front()}, network.links.size());
    if (filter.solve(near).state != State::scheduled) kept = std::move(near);
  }
  for (std::size_t bite = kept.size() / 2; bite > 1; bite /= 2) filter.shrink(kept, bite);
  // A search with a budget is not monotone, so rounds go on until one leaves out nothing: without any one stream the others are scheduled.
  for (std::size_t before = kept.size() + 1; before > kept.size();) {
    before = kept.size();
    filter.shrink(kept, 1);
  }
  const Result last = filter.solve(kept);
  conflict.streams = kept;
  conflict.proven = last.state == State::infeasible;
  conflict.reason = last.reason;
  return conflict;
}

}  // namespace parktwin::wired::tsn::schedule
