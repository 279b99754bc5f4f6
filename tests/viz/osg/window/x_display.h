#pragma once
// A display of the test's own: Xvfb picks a free number, xdotool sends real keys and pointer events to what runs on it.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <osgDB/ReadFile>
#include <string>

#include "viz/osg/picture.h"

namespace parktwin::viz::window::testing {

/// DISPLAY names it as long as it lives.
class XDisplay {
 public:
  XDisplay(int width, int height) {
    EXPECT_EQ(flock(turn_, LOCK_EX), 0);
    std::array<int, 2> ends{};
    EXPECT_EQ(pipe(ends.data()), 0);
    const std::string screen = std::to_string(width) + "x" + std::to_string(height) + "x24";
    const std::string number_to = std::to_string(ends[1]);
    server_ = fork();
    if (server_ == 0) {
      close(ends[0]);
      const int nothing = open("/dev/null", O_WRONLY);
      dup2(nothing, STDERR_FILENO);
      execlp("Xvfb", "Xvfb", "-displayfd", number_to.c_str(), "-screen", "0", screen.c_str(), "-nolisten", "tcp", nullptr);
      _exit(127);
    }
    close(ends[1]);
    std::string number;
    for (char digit = 0; read(ends[0], &digit, 1) == 1 && digit != '\n';) number += digit;
    close(ends[0]);
    EXPECT_FALSE(number.empty()) << "Xvfb did not start (Debian package xvfb)";
    name_ = ":" + number;
    if (const char* before = std::getenv("DISPLAY")) before_ = before;
    setenv("DISPLAY", name_.c_str(), 1);
  }
  ~XDisplay() {
    before_.empty() ? unsetenv("DISPLAY") : setenv("DISPLAY", before_.c_str(), 1);
    kill(server_, SIGTERM);
    waitpid(server_, nullptr, 0);
    close(turn_);
  }
  XDisplay(const XDisplay&) = delete;
  XDisplay& operator=(const XDisplay&) = delete;

  /// Commands of xdotool, "mousemove 10 20 click 1".
  void send(const std::string& commands) const {
    const std::string line = "DISPLAY=" + name_ + " xdotool " + commands + " >/dev/null";
    EXPECT_EQ(std::system(line.c_str()), 0) << line << " (Debian package xdotool)";
  }
  /// Waits until a window of that name is on the display.
  void wait_for_window(const std::string& name) const { send("search --sync --onlyvisible --name '" + name + "'"); }

 private:
  /// One display at a time: two servers that look for a free number at once may take the same.
  int turn_ = open((std::filesystem::temp_directory_path() / "parktwin-x-display.lock").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0666);
  pid_t server_ = -1;
  std::string name_;
  std::string before_;
};

/// Asks the window for pictures of itself (F12) and waits for their files.
class Photographer {
 public:
  /// Pictures are "<beside>-1.png" … in its folder.
  Photographer(const XDisplay& display, std::filesystem::path beside)
      : display_(display), beside_(std::move(beside)), watch_(inotify_init()) {
    EXPECT_GE(inotify_add_watch(watch_, beside_.parent_path().c_str(), IN_MOVED_TO), 0);
  }
  ~Photographer() { close(watch_); }
  Photographer(const Photographer&) = delete;
  Photographer& operator=(const Photographer&) = delete;

  [[nodiscard]] Picture shoot() {
    display_.send("key F12");
    const std::filesystem::path file = beside_.string() + "-" + std::to_string(++count_) + ".png";
    while (!std::filesystem::exists(file)) {
      std::array<char, 4096> events{};
      if (read(watch_, events.data(), events.size()) <= 0) break;
    }
    const osg::ref_ptr<osg::Image> image = osgDB::readRefImageFile(file.string());
    Picture picture;
    if (!image.valid()) return picture;
    picture.width = image->s();
    picture.height = image->t();
    for (int row = 0; row < image->t(); ++row) {
      for (int column = 0; column < image->s(); ++column) {
        const unsigned char* pixel = image->data(static_cast<unsigned>(column), static_cast<unsigned>(row));
        picture.rgb.insert(picture.rgb.end(), pixel, pixel + 3);
      }
    }
    return picture;
  }

 private:
  const XDisplay& display_;
  std::filesystem::path beside_;
  int watch_;
  int count_ = 0;
};

}  // namespace parktwin::viz::window::testing
