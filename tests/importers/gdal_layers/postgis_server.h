#pragma once
// A PostgreSQL 15 with PostGIS of this test alone: in a folder of its own, on a socket inside it, not on the network; ended with the
// object, and by the kernel when the test dies. PostgreSQL refuses to run as root: then it runs as the user postgres.
#include <fmt/format.h>
#include <grp.h>
#include <gtest/gtest.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace parktwin::importers::testing {

class PostgisServer {
 public:
  /// `sql` is run by its superuser in the database "park", where PostGIS is there already.
  explicit PostgisServer(const std::string& sql) {
    std::array<char, 24> name{"/tmp/parktwin-pg-XXXXXX"};  // short: the path of a socket has at most 107 bytes
    if (::mkdtemp(name.data()) == nullptr) return;
    folder_ = name.data();
    if (::geteuid() == 0) {
      owner_ = ::getpwnam("postgres");
      EXPECT_NE(owner_, nullptr) << "there is no user postgres";
      if (owner_ == nullptr || ::chown(folder_.c_str(), owner_->pw_uid, owner_->pw_gid) != 0) return;
    }
    const std::string data = folder_ / "data";
    EXPECT_EQ(run({"initdb", "-D", data, "-U", "planner", "-E", "UTF8", "--locale=C.UTF-8", "-N", "-A", "trust"}), 0);
    std::ofstream(folder_ / "hba") << "local all planner trust\nlocal all guest scram-sha-256\n";
    if (!start(data)) return;
    EXPECT_EQ(psql("template1", "CREATE DATABASE park;"), 0);
    EXPECT_EQ(psql("park", "CREATE EXTENSION postgis;" + sql), 0);
  }
  ~PostgisServer() {
    if (child_ > 0) {
      ::kill(child_, SIGINT);  // disconnects everybody
      ::waitpid(child_, nullptr, 0);
    }
    if (log_ >= 0) ::close(log_);
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  PostgisServer(const PostgisServer&) = delete;
  PostgisServer& operator=(const PostgisServer&) = delete;

  [[nodiscard]] std::string connection(const std::string& user = "planner") const {
    return fmt::format("PG:host={} dbname=park user={}", folder_.string(), user);
  }
  /// Exit code of psql; 0: all went well.
  int psql(const std::string& database, const std::string& sql) const {
    std::ofstream(folder_ / "sql") << sql;
    return run({"psql", "-q", "-X", "-v", "ON_ERROR_STOP=1", "-h", folder_, "-U", "planner", "-d", database, "-f", folder_ / "sql"});
  }

 private:
  /// In the child, which does not outlive its parent.
  [[noreturn]] void become(const std::vector<std::string>& words) const {
    if (owner_ != nullptr && (::setgid(owner_->pw_gid) != 0 || ::setgroups(0, nullptr) != 0 || ::setuid(owner_->pw_uid) != 0)) ::_exit(126);
    ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
    std::vector<char*> arguments;
    for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const std::string program = "/usr/lib/postgresql/15/bin/" + words[0];
    if (::chdir(folder_.c_str()) == 0) ::execv(program.c_str(), arguments.data());
    ::_exit(127);
  }

  int run(const std::vector<std::string>& words) const {
    const pid_t child = ::fork();
    if (child == 0) {
      std::freopen("/dev/null", "w", stdout);
      become(words);
    }
    int status = -1;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  /// Reads what the server says until it takes connections.
  bool start(const std::string& data) {
    std::array<int, 2> says{};
    if (::pipe(says.data()) != 0) return false;
    child_ = ::fork();
    if (child_ == 0) {
      ::dup2(says[1], 2);
      ::close(says[0]);
      ::close(says[1]);
      become({"postgres", "-D", data, "-k", folder_, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "log_min_messages=log", "-c",
              "hba_file=" + (folder_ / "hba").string()});
    }
    ::close(says[1]);
    log_ = says[0];
    std::string said;
    for (char c = 0; ::read(log_, &c, 1) == 1;) {
      said += c;
      if (said.ends_with("ready to accept connections")) return true;
    }
    ADD_FAILURE() << "PostgreSQL did not start: " << said;
    return false;
  }

  std::filesystem::path folder_;
  const passwd* owner_ = nullptr;
  pid_t child_ = -1;
  int log_ = -1;
};

}  // namespace parktwin::importers::testing
