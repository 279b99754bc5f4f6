#include "cli/progress_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace parktwin::cli {
namespace {

constexpr double silent_seconds = 1.0;
constexpr double seconds_between_drawings = 0.1;
constexpr int bar_width = 30;

double seconds_between(ProgressLine::Clock::time_point from, ProgressLine::Clock::time_point to) {
  return std::chrono::duration<double>(to - from).count();
}

}  // namespace

std::string progress_text(std::string_view stage, double share, double seconds) {
  const int filled = std::clamp(static_cast<int>(share * bar_width), 0, bar_width);
  std::string text = fmt::format("{:<20} [{}{}] {:3.0f} %", stage, std::string(static_cast<std::size_t>(filled), '#'),
                                 std::string(static_cast<std::size_t>(bar_width - filled), '-'), share * 100.0);
  if (share > 0.0 && share < 1.0) text += fmt::format("  {:.0f} s left", std::ceil(seconds * (1.0 - share) / share));
  return text;
}

ProgressLine::ProgressLine(std::ostream& err, bool terminal, std::function<Clock::time_point()> now)
    : err_(err), terminal_(terminal), now_(std::move(now)), started_(now_()), drawn_(started_) {}

ProgressLine::~ProgressLine() { finish(); }

Progress::Listener ProgressLine::listener() {
  return [this](std::string_view stage, double share) { show(stage, share); };
}

void ProgressLine::show(std::string_view stage, double share) {
  const auto now = now_();
  if (stage != stage_) {
    finish();
    stage_ = stage;  // empty: nothing under way
    started_ = now;
    drawn_ = now;
    return;
  }
  if (terminal_ && seconds_between(started_, now) >= silent_seconds && seconds_between(drawn_, now) >= seconds_between_drawings) {
    draw(share, seconds_between(started_, now));
    drawn_ = now;
  }
}

void ProgressLine::draw(double share, double seconds) {
  err_ << '\r' << progress_text(stage_, share, seconds) << "   " << std::flush;
  visible_ = true;
}

void ProgressLine::finish() {
  if (stage_.empty()) return;
  const double seconds = seconds_between(started_, now_());
  if (visible_) err_ << '\r' << std::string(90, ' ') << '\r';
  if (seconds >= silent_seconds) err_ << fmt::format("{}: {:.1f} s\n", stage_, seconds);
  err_ << std::flush;
  visible_ = false;
  stage_.clear();
}

}  // namespace parktwin::cli
