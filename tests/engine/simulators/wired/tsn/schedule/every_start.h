#pragma once
// Does a schedule exist? By trying every start of every frame on every link and looking at all pairs: slow, short, and without any code of
// the synthesis. For instances of a few nanoseconds. It also judges a given schedule.
#include <numeric>
#include <optional>

#include "tests/engine/simulators/wired/tsn/schedule/instances.h"

namespace parktwin::wired::tsn::schedule {

class EveryStart {
 public:
  explicit EveryStart(const Instance& instance)
      : instance_(instance), error_(instance.options.clock_error_ns), cycle_(std::max<Nanoseconds>(instance.options.cycle_ns, 1)) {
    for (const Stream& stream : instance.streams) cycle_ = std::lcm(cycle_, stream.period_ns);
    for (const Stream& stream : instance.streams) {
      while (reach_ < cycle_ + stream.period_ns + stream.deadline_ns) reach_ += cycle_;
      for (Nanoseconds release = 0; release < cycle_; release += stream.period_ns) frames_.push_back({&stream, release, {}, {}});
    }
  }

  /// Empty when it would take too long.
  std::optional<bool> exists() {
    const bool found = frame(0);
    if (steps_ > most_steps) return {};
    return found;
  }

  /// Of starts as in Schedule, release windows not looked at.
  bool accepts(const Schedule& schedule) {
    std::size_t index = 0;
    for (std::size_t i = 0; i < instance_.streams.size(); ++i) {
      const std::size_t hops = instance_.streams[i].path.size();
      for (std::size_t k = 0; k < schedule.starts_ns[i].size(); ++k) {
        Frame& f = frames_[index];
        const Nanoseconds start = schedule.starts_ns[i][k];
        const Nanoseconds nominal = k % hops == 0 ? start : nominal_arrival(f);
        const Nanoseconds error = k % hops == 0 ? 0 : error_;
        f.starts.push_back(start);
        f.arrivals.push_back(nominal - error);
        if (start < nominal + error || start - nominal + error > cycle_ || !fits(index)) return false;
        if (k % hops == hops - 1 && (late(f) || !steady(index))) return false;
        if (k % hops == hops - 1) ++index;
      }
    }
    return true;
  }

 private:
  static constexpr std::int64_t most_steps = 200'000;
  struct Frame {
    const Stream* stream;
    Nanoseconds release;
    std::vector<Nanoseconds> starts;
    std::vector<Nanoseconds> arrivals;  ///< earliest, in the queues
  };

  const Link& link(const Frame& f, std::size_t hop) const { return instance_.network.links[f.stream->path[hop]]; }

  bool frame(std::size_t index) {
    if (index == frames_.size()) return true;
    Frame& f = frames_[index];
    for (Nanoseconds start = f.release; start < f.release + f.stream->period_ns; ++start) {
      if (hop(index, start, start)) return true;
    }
    return false;
  }

  bool hop(std::size_t index, Nanoseconds start, Nanoseconds earliest) {
    if (++steps_ > most_steps) return false;
    Frame& f = frames_[index];
    f.starts.push_back(start);
    f.arrivals.push_back(earliest);
    const bool found = start - earliest <= cycle_ && fits(index) && next(index);
    f.starts.pop_back();
    f.arrivals.pop_back();
    return found;
  }

  bool next(std::size_t index) {
    const Frame& f = frames_[index];
    if (late(f)) return false;
    if (f.starts.size() == f.stream->path.size()) return steady(index) && frame(index + 1);
    const Nanoseconds nominal = nominal_arrival(f);
    const Nanoseconds last = instance_.options.wait_in_queues ? f.starts[0] + f.stream->deadline_ns : nominal + error_;
    for (Nanoseconds start = nominal + error_; start <= last; ++start) {
      if (hop(index, start, nominal - error_)) return true;
    }
    return false;
  }

  /// At the far end of the last link so far.
  Nanoseconds end(const Frame& f) const {
    const Link& l = link(f, f.starts.size() - 1);
    return f.starts.back() + frame_time_ns(f.stream->payload_bytes, l.rate_bit_s) + l.propagation_ns;
  }

  Nanoseconds nominal_arrival(const Frame& f) const { return end(f) + instance_.network.forwarding_ns[link(f, f.starts.size()).from]; }

  bool late(const Frame& f) const { return end(f) + (f.starts.size() > 1 ? error_ : 0) - f.starts[0] > f.stream->deadline_ns; }

  /// Jitter against the earlier frames of the stream.
  bool steady(std::size_t index) const {
    const Frame& f = frames_[index];
    for (std::size_t i = 0; i <= index; ++i) {
      const Frame& other = frames_[i];
      if (other.stream != f.stream) continue;
      const Nanoseconds apart = std::abs(other.starts.back() - other.release - (f.starts.back() - f.release));
      if (apart + 2 * error_ > f.stream->most_jitter_ns) return false;
    }
    return true;
  }

  /// The last hop of this frame against all that is placed, some cycles earlier and later.
  bool fits(std::size_t index) const {
    const Frame& f = frames_[index];
    const std::size_t h = f.starts.size() - 1;
    for (std::size_t i = 0; i <= index; ++i) {
      const Frame& other = frames_[i];
      for (std::size_t g = 0; g < other.starts.size(); ++g) {
        if (other.stream->path[g] != f.stream->path[h]) continue;
        for (Nanoseconds turn = -reach_; turn <= reach_; turn += cycle_) {
          if (i == index && turn == 0) continue;
          if (!apart(f, h, other, g, turn)) return false;
        }
      }
    }
    return true;
  }

  bool apart(const Frame& a, std::size_t h, const Frame& b, std::size_t g, Nanoseconds turn) const {
    const Nanoseconds start = b.starts[g] + turn;
    const Nanoseconds a_port = port_time_ns(a.stream->payload_bytes, link(a, h).rate_bit_s);
    const Nanoseconds b_port = port_time_ns(b.stream->payload_bytes, link(b, g).rate_bit_s);
    if (a.starts[h] + a_port > start && start + b_port > a.starts[h]) return false;
    if (a.stream->priority != b.stream->priority) return true;
    return a.starts[h] <= b.arrivals[g] + turn || start <= a.arrivals[h];
  }

  const Instance& instance_;
  Nanoseconds error_;
  Nanoseconds cycle_;
  Nanoseconds reach_ = 0;  ///< whole cycles, longer than any frame is on its way after its release
  std::vector<Frame> frames_;
  std::int64_t steps_ = 0;
};

}  // namespace parktwin::wired::tsn::schedule
