#!/usr/bin/env bash
# A real Slurm of one node fills a shared cache with an array of 8 shares of a generated course of 1000 lessons; one of its jobs
# is killed and run again. The site that is then made from that cache alone is compared, byte for byte, with that of one machine.
#
#     slurm.sh TOOL [LESSONS]
#
# Needs Debian's packages slurm-wlm and munge, and root, since munged and slurmd want it. Where they cannot be had the test is
# skipped aloud; in CI that is a failure.
set -euo pipefail
tool=$(realpath "${1:-.build/release/lessons}")
lessons=${2:-1000}
shares=8

without() {
  if [ "${CI:-}" = true ]; then
    echo "slurm test: $1; in CI it must run" >&2
    exit 1
  fi
  echo "SKIPPED the slurm test: $1" >&2
  exit 0
}

[ "$(id -u)" = 0 ] || without "it wants root"
if ! command -v slurmctld slurmd sbatch munged >/dev/null; then
  command -v apt-get >/dev/null || without "there is no Slurm here"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends slurm-wlm munge; } >/dev/null ||
    without "cannot install slurm-wlm and munge"
fi

work=$(mktemp -d)
daemons=()
finish() {
  status=$?
  for ((i = ${#daemons[@]} - 1; i >= 0; i--)); do kill "${daemons[i]}" 2>/dev/null || true; done
  wait 2>/dev/null || true
  [ $status = 0 ] || tail -n 20 "$work"/*.log >&2 || true
  rm -rf "$work"
  exit $status
}
trap finish EXIT

# Waits until a command succeeds: Slurm has no word of its own for most of what is waited for.
until_done() {
  local limit=$1
  shift
  for ((tries = 0; tries < limit * 5; tries++)); do
    if "$@" >/dev/null 2>&1; then return 0; fi
    sleep 0.2
  done
  echo "slurm test: gave up waiting for: $*" >&2
  return 1
}

# A Slurm of its own: no file, port or key of one that the machine may have.
free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
host=$(hostname -s)
chmod 755 "$work"
mkdir -p "$work/state" "$work/spool" "$work/munge"
chmod 700 "$work/munge"
(umask 077 && head -c 1024 /dev/urandom >"$work/munge/key")
cat >"$work/slurm.conf" <<CONF
ClusterName=lessons
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$(free_port)
SlurmdPort=$(free_port)
AuthType=auth/munge
AuthInfo=socket=$work/munge/socket
CredType=cred/munge
SlurmUser=root
SlurmdUser=root
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SwitchType=switch/none
MpiDefault=none
ReturnToService=2
KillWait=2
MailProg=/bin/true
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=main Nodes=$host Default=YES MaxTime=INFINITE State=UP
CONF
export SLURM_CONF="$work/slurm.conf"
munged --foreground --force --key-file="$work/munge/key" --socket="$work/munge/socket" --pid-file="$work/munge/pid" \
  --log-file="$work/munge/log" --seed-file="$work/munge/seed" >"$work/munged.log" 2>&1 &
daemons+=($!)
until_done 20 test -S "$work/munge/socket"
slurmctld -D -f "$SLURM_CONF" >"$work/slurmctld.log" 2>&1 &
daemons+=($!)
slurmd -D -f "$SLURM_CONF" >"$work/slurmd.log" 2>&1 &
daemons+=($!)
node_is_idle() { [ "$(sinfo -h -o %T)" = idle ]; }
until_done 60 node_is_idle

# The course. Its lessons are small and all different; some fail, as lessons do.
mkdir -p "$work/course/lessons"
python3 - "$work/course/lessons" "$lessons" <<'PYTHON'
import pathlib, sys
folder, count = pathlib.Path(sys.argv[1]), int(sys.argv[2])
(folder / "course.yml").write_text("title: A thousand lessons\n")
for n in range(1, count + 1):
    body = f'print("lesson", {n}, {n}.0 / 7)' if n % 100 else f"let lesson{n}: Int = missing"
    (folder / f"{n:05}-lesson.md").write_text(
        f"# Lesson {n}\n\n```swift\n{body}\n```\n\nIt is [{n + 1}](swift:{n}+1), and $x_{{{n % 9}}}$.\n")
PYTHON
cd "$work/course"
shared="$work/cache"
"$tool" prepare --cache "$shared" --quiet

# Status 1 says that a lesson is wrong, as some are: the share is done all the same.
cat >"$work/share.sh" <<JOB
#!/bin/bash
"$tool" build lessons --shard "\$SLURM_ARRAY_TASK_ID/$shares" --cache "$shared" -j 1
status=\$?
[ \$status -le 1 ] && echo "\$SLURM_ARRAY_TASK_ID" >"$work/done-\$SLURM_ARRAY_TASK_ID"
exit \$(( status > 1 ))
JOB
submit() { sbatch --parsable --array="$1" --cpus-per-task=1 --output="$work/job-%a.log" "$work/share.sh"; }
job=$(submit "1-$shares")
# One share is killed while it runs: the first that has kept something.
has_kept() { [ -n "$(find "$shared/runs" -type f -print -quit 2>/dev/null)" ] && squeue -h -t R -r -j "$job" -o %K | grep -q .; }
until_done 300 has_kept
victim=$(squeue -h -t R -r -j "$job" -o %K | sort -n | head -1)
scancel --signal=KILL --full "${job}_$victim"
gone() { ! squeue -h -r -j "$job" -o %K | grep -qx "$victim"; }
until_done 60 gone
[ ! -e "$work/done-$victim" ] || { echo "slurm test: share $victim was done before it could be killed" >&2; exit 1; }
echo "share $victim was killed; it is run again"
again=$(submit "$victim")
none_left() { [ -z "$(squeue -h -j "$job" 2>/dev/null)$(squeue -h -j "$again" 2>/dev/null)" ]; }
until_done 3600 none_left
for ((share = 1; share <= shares; share++)); do
  [ -e "$work/done-$share" ] || { echo "slurm test: share $share is not done" >&2; exit 1; }
done

# The site from the shared cache alone: only lessons that fail run again, for a failure is never kept.
failing=$((lessons / 100))
site() {
  local status=0
  "$tool" build lessons -o "$1" --cache "$2" 2>"$work/site.log" || status=$?
  if [ $status != $((failing > 0)) ] || ! grep -q "$3" "$work/site.log"; then
    echo "slurm test: the build of $1 ended with $status" >&2
    tail -n 3 "$work/site.log" >&2
    exit 1
  fi
}
# LessonKit is compiled once for both.
mkdir "$work/other"
cp -r "$shared/support" "$work/other/support"
site "$work/shared-site" "$shared" "$failing run, $((lessons - failing)) reused"
site "$work/alone-site" "$work/other" "$lessons run, 0 reused"
diff -r "$work/shared-site" "$work/alone-site"
echo "slurm test: $shares shares of $lessons lessons, one killed and run again; $(find "$work/shared-site" -type f | wc -l) files, the same bytes as on one machine"
