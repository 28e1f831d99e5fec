# Completion of zhibiao for bash: eval "$(zhibiao completion bash)"
_zhibiao() {
  local word=${COMP_WORDS[COMP_CWORD]} line
  local -a answer
  mapfile -t answer < <("${COMP_WORDS[0]}" complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  [[ $word == '=' ]] && word=
  COMPREPLY=()
  case ${answer[0]} in
    files)
      compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -f -- "$word")
      ;;
    folders)
      compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -d -- "$word")
      ;;
    words)
      for line in "${answer[@]:1}"; do COMPREPLY+=("${line%%$'\t'*}"); done
      ;;
  esac
}
complete -F _zhibiao zhibiao
