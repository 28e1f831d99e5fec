# Completion of zhibiao for fish: zhibiao completion fish | source
function __zhibiao_complete
    set -l before (commandline -opc)
    set -l answer ($before[1] complete -- $before[2..-1] (commandline -ct) 2>/dev/null)
    switch "$answer[1]"
        case files
            __fish_complete_path (commandline -ct)
        case folders
            __fish_complete_directories (commandline -ct) ''
        case words
            printf '%s\n' $answer[2..-1]
    end
end
complete -c zhibiao -f -a '(__zhibiao_complete)'
