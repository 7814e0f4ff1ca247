using Rom.Tests.Histories;

// The tests start this assembly as a program too: a client that can be killed.
return args is [HistoryClient.Command, .. string[] rest] ? await HistoryClient.RunAsync(rest) : 2;
