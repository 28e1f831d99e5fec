#compdef zhibiao
# Completion of zhibiao for zsh: a file _zhibiao in a folder of fpath, or eval "$(zhibiao completion zsh)"
_zhibiao() {
  local line
  local -a answer described
  answer=("${(@f)$("${words[1]}" complete -- "${(@)words[2,CURRENT-1]}" "$PREFIX" 2>/dev/null)}")
  case $answer[1] in
    files)
      [[ $PREFIX == --*=* ]] && compset -P '*='
      _files
      ;;
    folders)
      [[ $PREFIX == --*=* ]] && compset -P '*='
      _files -/
      ;;
    words)
      for line in "${(@)answer[2,-1]}"; do
        described+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
      done
      _describe -V zhibiao described
      ;;
  esac
}
if [[ $funcstack[1] == _zhibiao ]]; then
  _zhibiao "$@"
else
  compdef _zhibiao zhibiao
fi
